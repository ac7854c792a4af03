import type { Driver } from '../driver.ts';

/** One thing that is wrong. `mend` makes it right from what else is kept; where it cannot, there is none. */
export interface Damage {
  readonly about: string;
  readonly message: string;
  readonly mend?: () => Promise<void>;
  /** What a person has to do after that; it is not mended before. */
  readonly next?: string;
}

/** One question that the doctor asks. A new one is a file beside this and a line in `index.ts`. */
export interface Check {
  readonly name: string;
  look(driver: Driver): AsyncIterable<Damage>;
}
