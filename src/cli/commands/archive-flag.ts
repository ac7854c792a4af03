import { Option } from 'commander';

/** `--archive`, the same for every command that keeps or looks. */
export const archiveFlag = (): Option =>
  new Option('--archive <archive>', 'a file, or postgres://user@host/database (default: $READOUT_ARCHIVE, else readout.db here)');

/** The same for commands that make the archive where there is none. */
export const archiveToMake = (): Option =>
  new Option(
    '--archive <archive>',
    'a file, or postgres://user@host/database (default: $READOUT_ARCHIVE, else readout.db here); it is made where there is none',
  );
