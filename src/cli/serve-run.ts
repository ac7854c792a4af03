import { ReadoutError } from '../error.ts';
import { isLoopback } from '../serve/guards/host.ts';
import { startServer } from '../serve/server.ts';
import { withArchive } from './archive.ts';
import { writeOut } from './output.ts';
import { signalled } from './signalled.ts';

/** The flags of `readout serve`, as parsed. */
export interface ServeChoices {
  readonly archive?: string;
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  readonly name: readonly string[];
  readonly workers?: number;
  readonly lexicon?: string;
}

/** @throws ReadoutError READOUT_USAGE where others could come in without a token */
function tokenOf({ token, host }: ServeChoices): string | null {
  const given = token ?? (process.env.READOUT_TOKEN || null);
  if (given === '' || (given !== null && !/^[\x21-\x7e]+$/.test(given)))
    throw new ReadoutError(
      'READOUT_USAGE',
      'The token is empty, or has characters that a header cannot carry.',
      'Make one with: openssl rand -hex 16',
    );
  if (given === null && !isLoopback(host))
    throw new ReadoutError(
      'READOUT_USAGE',
      `At ${host} others can reach the archive, and no token is set.`,
      'Give --token or READOUT_TOKEN, or leave out --host.',
    );
  return given;
}

/** Serves until it is told to stop. @returns the exit code */
export async function serveRun(choices: ServeChoices): Promise<number> {
  const token = tokenOf(choices);
  const { host, port, name, workers, lexicon } = choices;
  return withArchive(choices.archive, { create: true }, async (archive) => {
    const server = await startServer(archive, {
      host,
      port,
      token,
      names: name.map((one) => one.toLowerCase()),
      lexicon: lexicon ?? null,
      ...(workers === undefined ? {} : { workers }),
    });
    const stopped = signalled();
    await writeOut(new TextEncoder().encode(`${server.address}\n`));
    const code = await stopped;
    await server.stop();
    return code;
  });
}
