import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { openFetcher } from '../fetch/fetcher.ts';
import { mcpServer } from '../serve/mcp/server.ts';
import { Pool } from '../work/pool.ts';
import { withArchive } from './archive.ts';
import { closing, exits } from './exit.ts';

/** The flags of `readout mcp`, as parsed. */
export interface McpChoices {
  readonly archive?: string;
  readonly lexicon?: string;
}

/** Answers on standard output what is asked on standard input, until that ends. @returns the exit code */
export async function mcpRun({ archive: name, lexicon }: McpChoices): Promise<number> {
  return withArchive(name, { create: true }, async (archive) => {
    const options = { view: 'quotations', why: false, width: 80, colour: false } as const;
    // One worker: an assistant asks one thing after the other.
    const pool = new Pool(new URL('../work/worker.js', import.meta.url), 1, {
      lexicon: lexicon ?? null,
      published: null,
      to: 'jsonl',
      options,
    });
    const close = () => pool.close();
    closing.add(close);
    const fetcher = openFetcher({});
    const server = mcpServer({ archive, read: (task) => pool.run(task), fetch: (address) => fetcher.fetch(address) });
    const ended = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      process.stdin.once('close', resolve);
    });
    await server.connect(new StdioServerTransport());
    await ended;
    await server.close();
    closing.delete(close);
    await pool.close();
    return exits.done;
  });
}
