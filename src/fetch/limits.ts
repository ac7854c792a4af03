/** How much one address may cost: what a hostile or broken server can make Readout hold, and how long it can keep it. */
export interface FetchLimits {
  /** Bytes, as they come and again as they are after decompression, whatever the server says of them. */
  readonly bytes: number;
  /** For the whole answer, over all its redirects; waiting for one's turn at a host does not count. */
  readonly seconds: number;
  readonly redirects: number;
}

export const usualFetchLimits: FetchLimits = { bytes: 64 * 1024 * 1024, seconds: 60, redirects: 10 };
