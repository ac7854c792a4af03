import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ReadoutError } from '../error.ts';
import { type Checked, checkBundle } from '../proof/check.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { countsText } from './bundle-run.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout verify`, as parsed. */
export interface VerifyChoices {
  readonly json?: boolean;
  readonly sha256?: string;
}

/** So many failures are shown one by one; `--json` has them all. */
const MOST_SHOWN = 100;

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function checked(path: string): Promise<Checked> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new ReadoutError('READOUT_INPUT_NOT_FOUND', `${path} does not exist.`, 'Check the name and the folder.', error)
      : new ReadoutError(
          'READOUT_INPUT_UNREADABLE',
          `${path} cannot be read: ${error.code}.`,
          'Check who may read it, and the disk.',
          error,
        );
  });
  try {
    if ((await file.stat()).isDirectory())
      throw new ReadoutError('READOUT_INPUT_DIRECTORY', `${path} is a folder.`, 'Name the bundle, a file.');
    return await checkBundle(file, path);
  } finally {
    await file.close();
  }
}

/** Checks a bundle and prints what does not hold, each by its part. @returns the exit code: 0 only where all of it holds */
export async function verifyRun(path: string, choices: VerifyChoices): Promise<number> {
  const { counts, engines, parts, failures: inside } = await checked(path);
  const sha256 = await hashOfFile(path);
  const other = choices.sha256 !== undefined && choices.sha256.toLowerCase() !== sha256;
  const failures = other ? [{ part: 'bundle', fault: `its SHA-256 is ${sha256} and not ${choices.sha256}` }, ...inside] : inside;
  const lines = [
    ...failures.slice(0, MOST_SHOWN).map(({ part, fault }) => oneLine(`BAD ${part}: ${fault}`)),
    ...(failures.length > MOST_SHOWN ? [`${failures.length - MOST_SHOWN} more; see --json`] : []),
    `${failures.length === 0 ? 'ok' : `${failures.length} failures`}: ${countsText(counts)}`,
    ...engines.map(({ version, model }) => `read by readout ${version}, model ${model}`),
    `${sha256}  ${path}`,
  ];
  const told = { bundle: path, sha256, holds: failures.length === 0, ...counts, parts, engines, failures };
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(told)}\n` : `${lines.join('\n')}\n`));
  return failures.length === 0 ? exits.done : exits.damaged;
}
