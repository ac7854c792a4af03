/** The longest line that is taken in, in bytes: 64 MiB. Longer ones are passed over and reported, so that memory stays flat. */
export const longestLine = 64 * 1024 * 1024;

const LINE_FEED = 10;

/**
 * Bytes split at line feeds, which are not part of the lines; null stands for a line longer than `limit`.
 * Each line has its own buffer, so that it can be sent to a worker alone. No text is decoded here: the main thread stays light.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit = longestLine): AsyncGenerator<Uint8Array | null> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array) => {
    length += piece.length;
    if (length > limit) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const line = (): Uint8Array | null => {
    let whole: Uint8Array | null = null;
    if (length <= limit) {
      whole = new Uint8Array(length);
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
    }
    pieces = [];
    length = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
