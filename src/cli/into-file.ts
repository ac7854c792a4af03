import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { ReadoutError } from '../error.ts';

const failed = (out: string, error: unknown): ReadoutError =>
  new ReadoutError(
    'READOUT_OUTPUT_FAILED',
    `${out} cannot be written: ${(error as NodeJS.ErrnoException).code ?? error}.`,
    'Check the folder, the disk, and who may write there.',
    error,
  );

function told<Result>(out: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw failed(out, error);
  }
}

/** Half of a file is no file: it gets its name when it is whole. @throws ReadoutError READOUT_OUTPUT_FAILED, and what `write` throws */
export async function intoFile(out: string, write: (fd: number) => Promise<void>): Promise<void> {
  const part = `${out}.part`;
  const fd = told(out, () => openSync(part, 'w'));
  try {
    try {
      await write(fd);
      told(out, () => fsyncSync(fd));
    } finally {
      closeSync(fd);
    }
    told(out, () => renameSync(part, out));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
