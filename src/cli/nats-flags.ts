import { type Command, InvalidArgumentError } from 'commander';
import { ReadoutError } from '../error.ts';
import type { StreamOptions } from '../queue/jetstream.ts';

/** Flags of every command that has to do with the stream, as parsed. */
export interface NatsChoices {
  readonly nats?: string;
  readonly stream?: string;
  /** Seconds. */
  readonly answerWithin?: number;
  readonly mostHints?: number;
}

function stream(value: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) throw new InvalidArgumentError('It must be of letters, digits, - and _.');
  return value;
}

export const above =
  (least: number, most: number) =>
  (value: string): number => {
    if (!/^\d{1,12}(?:\.\d{1,3})?$/.test(value) || Number(value) < least || Number(value) > most)
      throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
    return Number(value);
  };

export const whole =
  (least: number, most: number) =>
  (value: string): number => {
    if (!/^\d{1,12}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
    return above(least, most)(value);
  };

/** Adds them to a command. */
export const withNatsFlags = (command: Command): Command =>
  command
    .option('--nats <url>', 'the NATS server: nats://host:4222 (default: $READOUT_NATS)')
    .option('--stream <name>', 'the stream; an archive has one of its own (default: readout)', stream)
    .option('--answer-within <seconds>', 'when a worker that says nothing is taken for dead (default: 30)', above(1, 3600))
    .option('--most-hints <n>', 'the most that the stream holds at a time (default: 1000)', whole(1, 1_000_000));

/** @throws ReadoutError READOUT_USAGE where none is named */
export function natsUrl({ nats }: NatsChoices): string {
  const url = nats ?? process.env.READOUT_NATS;
  if (url) return url;
  throw new ReadoutError('READOUT_USAGE', 'No NATS server is named.', 'Give --nats nats://host:4222, or READOUT_NATS.');
}

export const streamOptions = ({ stream, mostHints, answerWithin }: NatsChoices): StreamOptions => ({
  stream: stream ?? 'readout',
  most: mostHints ?? 1000,
  answerWithin: Math.round((answerWithin ?? 30) * 1000),
});
