/** What each code means, out of docs/errors.md: the page tells it in the words of the docs. */
export async function reasons(): Promise<ReadonlyMap<string, { readonly happened: string; readonly next: string }>> {
  const { default: text } = await import('../../../docs/errors.md?raw');
  const plain = (cell: string | undefined) => (cell ?? '').replaceAll('`', '').trim();
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, code, happened, next] = line.split('|');
      return code !== undefined && /`READOUT_/.test(code) ? [[plain(code), { happened: plain(happened), next: plain(next) }] as const] : [];
    }),
  );
}
