import type { Check } from './check.ts';

/** Every row that points to another finds it there. */
export const looseCheck: Check = {
  name: 'references',
  async *look(driver) {
    for (const row of await driver.loose()) yield { about: row, message: 'The row points to one that is not there.' };
  },
};
