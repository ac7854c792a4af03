import type { Check } from './check.ts';

/** The store's own look at its pages and indexes. */
export const storeCheck: Check = {
  name: 'store',
  async *look(driver) {
    for (const message of await driver.selfCheck()) yield { about: 'store', message };
  },
};
