import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { jsonl } from './jsonl.ts';
import { plover } from './plover.ts';
import { terminal } from './terminal.ts';

/** The forms of `--to`; a new one is a file beside these and a line here. */
export const formats = { terminal, jsonl, csv, plover } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
