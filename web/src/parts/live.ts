/** Says something to those who listen to the page and do not see it. The region stands in the page from the start; only its words change. */
export function announce(words: string): void {
  const region = document.getElementById('live');
  if (region === null) return;
  // The same words twice are not read out twice unless something changes.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
