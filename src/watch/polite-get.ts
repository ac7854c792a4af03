import type { Archive } from '../archive/port.ts';
import type { Fetched, Fetcher } from '../fetch/fetcher.ts';
import { isOpml } from '../ingest/opml.ts';
import type { Get } from '../ingest/web.ts';
import { askAgain } from './back-off.ts';
import { nothingKnown, type WatchState } from './state.ts';

/** What a round asked of the web. */
export interface Asked {
  /** Addresses whose servers say that nothing is new. */
  readonly notModified: number;
  /** Addresses that were left in peace, since they failed or their servers asked for it. */
  readonly waiting: number;
}

/** One round's way to ask for addresses. */
export interface PoliteGet {
  readonly get: Get;
  /** Asks only for what was never had. */
  readonly once: Get;
  asked(): Asked;
  /** That what came from an address could not be kept, and is to be fetched anew. */
  lost(address: string): void;
  /** Remembers the round. Only when all that came of it is kept: ended before, the next round asks for it again. */
  remember(): Promise<void>;
}

/**
 * @param memory the archive that holds what was fetched, so that the one never outlives the other
 * @param every milliseconds between two rounds
 */
export function politeGet(fetcher: Fetcher, memory: Pick<Archive, 'watched' | 'keepWatched'>, every: number, now: () => number): PoliteGet {
  const states = new Map<string, WatchState>();
  const counts = { notModified: 0, waiting: 0 };

  const get = async (address: string): Promise<Fetched | null> => {
    const known = (await memory.watched(address)) ?? nothingKnown;
    if (known.notBefore > now()) {
      counts.waiting++;
      return null;
    }
    try {
      const fetched = await fetcher.fetch(address, known.validators);
      if (fetched === null) counts.notModified++;
      // A list of feeds is asked for each time: its feeds have to be gone through, also where it has not changed.
      const validators = fetched === null ? known.validators : isOpml(fetched.bytes) ? null : fetched.validators;
      states.set(address, { validators, failures: 0, notBefore: 0 });
      return fetched;
    } catch (error) {
      const failures = known.failures + 1;
      states.set(address, { validators: known.validators, failures, notBefore: askAgain(error, failures, every, now()) });
      throw error;
    }
  };
  /** A page that was had once has been read; it is no list of what is new. */
  const once = async (address: string): Promise<Fetched | null> => {
    const known = await memory.watched(address);
    return known !== null && known.failures === 0 ? null : get(address);
  };
  return {
    get,
    once,
    asked: () => ({ ...counts }),
    lost: (address) => void states.delete(address),
    remember: () => memory.keepWatched(states),
  };
}
