import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { ReadoutError } from '../error.ts';

/** Half of a file is no file: it gets its name when it is whole. @throws ReadoutError READOUT_OUTPUT_FAILED */
export async function intoFile(out: string, write: (fd: number) => Promise<void>): Promise<void> {
  const part = `${out}.part`;
  const failed = (error: unknown) =>
    new ReadoutError(
      'READOUT_OUTPUT_FAILED',
      `${out} cannot be written: ${(error as NodeJS.ErrnoException).code}.`,
      'Check the folder and who may write there.',
      error,
    );
  let fd: number;
  try {
    fd = openSync(part, 'w');
  } catch (error) {
    throw failed(error);
  }
  let open = true;
  try {
    await write(fd);
    fsyncSync(fd);
    closeSync(fd);
    open = false;
    renameSync(part, out);
  } catch (error) {
    if (open) closeSync(fd);
    rmSync(part, { force: true });
    throw error instanceof ReadoutError || !(error instanceof Error && 'code' in error) ? error : failed(error);
  }
}
