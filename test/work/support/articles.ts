const names = ['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Farid'];

/** Lines of JSON: articles, all different but for every ninth, whose text stands elsewhere too, and every 50th, which cannot be read. */
export function articles(count: number): readonly string[] {
  const one = (i: number) => {
    const who = names[i % names.length];
    const said = `${who} said “we go on number ${i}”. ${names[(i * 7 + 1) % names.length]} said “not before day ${(i * 13) % 90}”.`;
    return `The ministers came together in the capital on day ${i} of the talks. ${said} Nobody else spoke that day.`;
  };
  return Array.from({ length: count }, (_, i) => {
    if (i % 50 === 49) return `{"id": "n${i}", "text": "cut off`;
    const text = one(i % 9 === 8 ? i - 5 : i);
    return JSON.stringify({ id: `n${i}`, text, url: `https://news.example/${i}`, published: `2023-0${1 + (i % 9)}-${10 + (i % 18)}` });
  });
}

/** The same in an order by chance. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j] as Item, all[i] as Item];
  }
  return all;
}
