import { write, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ReadoutError } from '../error.ts';

const writeSome = promisify(write);

/** The reader of our output has gone (`| head -1`): a reason to stop, not an error. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

function outputError(error: unknown): OutputClosed | ReadoutError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EPIPE') return new OutputClosed();
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : `${code ?? error}`;
  return new ReadoutError(
    'READOUT_OUTPUT_FAILED',
    `The output could not be written: ${why}.`,
    'What was written so far is whole up to its last complete line. Make room and run again.',
    error,
  );
}

/**
 * Writes everything to standard output and resolves when it is out of our hands: that is the back-pressure. Node's own stream is not used,
 * since it loses what a short write left over when a disk runs full.
 * @throws OutputClosed when nobody reads any more @throws ReadoutError READOUT_OUTPUT_FAILED
 */
export async function writeOut(bytes: Uint8Array, fd = 1): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    try {
      const { bytesWritten } = await writeSome(fd, bytes, at, bytes.length - at, null);
      at += bytesWritten;
    } catch (error) {
      // Somebody else made the pipe non-blocking, and it is full.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') await setTimeout(5);
      else throw outputError(error);
    }
  }
}

const still = new Int32Array(new SharedArrayBuffer(4));

/** The same for a short text that must be out before anything else happens: help, complaints. @throws as writeOut does */
export function writeOutSync(text: string, fd: number): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') Atomics.wait(still, 0, 0, 5);
      else throw outputError(error);
    }
  }
}
