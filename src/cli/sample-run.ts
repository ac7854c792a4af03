import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { z } from 'zod';
import type { Archive } from '../archive/port.ts';
import { type Judgement, type Sample, type Stratum, verdicts } from '../archive/sample/sample.ts';
import { ReadoutError } from '../error.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';
import { askAll, type Terminal } from './sample-ask.ts';
import { cardText, headText, sampleText } from './sample-text.ts';
import { queryOf, type SearchChoices } from './search-run.ts';

/** The flags of `readout sample`, as parsed. */
export interface SampleChoices extends Omit<SearchChoices, 'limit' | 'cursor'> {
  readonly size: number;
  readonly seed: string;
  readonly by?: Stratum;
  readonly id?: number;
  readonly judgements?: string;
  readonly list?: boolean;
  readonly card?: boolean;
}

const judgement = z
  .object({
    n: z.int().min(1).optional(),
    record: z.string().optional(),
    verdict: z.enum(verdicts).nullable(),
    note: z.string().nullish(),
  })
  .refine(({ n, record }) => n !== undefined || record !== undefined);
const whole = z.object({ items: z.array(judgement) });

const print = (text: string) => writeOut(new TextEncoder().encode(text));

const noVerdicts = (file: string, why: string): ReadoutError =>
  new ReadoutError(
    'READOUT_USAGE',
    `${file} holds no verdicts: ${why}.`,
    'Give lines as {"n": 1, "verdict": "right"}, or the output of --json with its verdicts filled in.',
  );

/** Verdicts as lines of JSON, or as the whole output of --json. @throws ReadoutError READOUT_USAGE */
export function judgementsIn(text: string, file: string): readonly Judgement[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parse = (line: string, at: string) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw noVerdicts(file, `${at} is no JSON`);
    }
  };
  const values = lines.map((line, i) => parse(line, `line ${i + 1}`));
  const sheet = values.length === 1 ? whole.safeParse(values[0]) : undefined;
  // What nobody has judged in a sheet is no verdict taken back.
  if (sheet?.success) return sheet.data.items.filter(({ verdict }) => verdict !== null);
  return values.map((value, i) => {
    const told = judgement.safeParse(value);
    if (told.success) return told.data;
    throw noVerdicts(file, `line ${i + 1} has not the form`);
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new ReadoutError('READOUT_INPUT_NOT_FOUND', `${file} cannot be read.`, 'Check the name given with --judgements.', error);
  }
}

/** Keys one by one as they are pressed, without Enter. */
function terminal(): Terminal & { close(): void } {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  const keys = (async function* () {
    for await (const chunk of stdin) yield* String(chunk);
  })();
  return {
    key: async () => {
      const { value, done } = await keys.next();
      return done ? null : value;
    },
    print,
    close() {
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

async function ask(archive: Archive, sample: Sample): Promise<void> {
  const own = terminal();
  try {
    await askAll(sample, own, (judgement) => archive.judge(sample.id, [judgement]));
  } finally {
    own.close();
  }
}

function drawn(archive: Archive, words: readonly string[], choices: SampleChoices): Promise<Sample> {
  const { size, seed, by, id, judgements: _judgements, list: _list, card: _card, ...filters } = choices;
  if (id !== undefined) return archive.sample(id);
  const { limit: _limit, ...query } = queryOf(words, { ...filters, limit: 1 });
  return archive.draw({ size, seed, by: by ?? null, query });
}

/** Draws, judges and counts. @returns the exit code */
export async function sampleRun(words: readonly string[], choices: SampleChoices): Promise<number> {
  const { json } = choices;
  const given = choices.judgements === undefined ? null : judgementsIn(textOf(choices.judgements), choices.judgements);
  return withArchive(choices.archive, { create: false }, async (archive) => {
    if (choices.list) {
      const all = await archive.samples();
      await print(json ? `${JSON.stringify(all)}\n` : all.length === 0 ? 'No samples.\n' : `${all.map(headText).join('\n')}\n`);
      return exits.done;
    }
    if (choices.card) {
      const card = await archive.trust();
      await print(`${json ? JSON.stringify(card) : cardText(card)}\n`);
      return exits.done;
    }
    const sample = await drawn(archive, words, choices);
    if (given !== null) await archive.judge(sample.id, given);
    const asks = given === null && !json && isatty(0) && isatty(1);
    if (asks) await ask(archive, sample);
    const now = await archive.sample(sample.id);
    await print(json ? `${JSON.stringify(now)}\n` : given !== null || asks ? `${cardText(now.card)}\n` : sampleText(now));
    return exits.done;
  });
}
