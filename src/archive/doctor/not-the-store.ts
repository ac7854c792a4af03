import { ReadoutError } from '../../error.ts';
import type { Driver } from '../driver.ts';

/** What goes wrong because the store cannot be reached, is busy or full is no damage: it ends the check-up. @throws such an error as it is */
export function notTheStore(driver: Pick<Driver, 'fault'>, error: unknown): void {
  const fault = driver.fault(error);
  if (fault instanceof ReadoutError && fault.code !== 'READOUT_ARCHIVE_DAMAGED') throw error;
}
