import type { Driver } from '../driver.ts';
import { add, brought, fed } from './add.ts';
import { finish } from './finish.ts';
import { notHinted, toHint } from './hint.ts';
import type { Queue } from './queue.ts';
import { retry } from './retry.ts';
import { settle } from './settle.ts';
import { endedLedger, state, waiting } from './state.ts';
import { attempt, fail, take } from './take.ts';

/** The queue over a store's driver. @param told makes ReadoutErrors of what the store throws */
export const queueOver = (driver: Driver, told: <Result>(work: Promise<Result>) => Promise<Result>): Queue => ({
  brought: (run, keys) => told(brought(driver, run, keys)),
  add: (run, items, hinted) => told(add(driver, run, items, hinted)),
  fed: (run, ledger, again) => told(fed(driver, run, ledger, again)),
  attempt: (ref, again, mostTries) => told(attempt(driver, ref, again, mostTries)),
  take: (ref, tries) => told(take(driver, ref, tries)),
  finish: (ref, offer, finished) => told(finish(driver, ref, offer, finished)),
  fail: (ref, attempt, mostTries, error) => told(fail(driver, ref, attempt, mostTries, error)),
  toHint: (before, most) => told(toHint(driver, before, most)),
  notHinted: (refs) => told(notHinted(driver, refs)),
  settle: (before) => told(settle(driver, before)),
  waiting: () => told(waiting(driver)),
  state: (since) => told(state(driver, since)),
  retry: () => told(retry(driver)),
  ledger: (run) => told(endedLedger(driver, run)),
});
