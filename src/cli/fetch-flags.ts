import { type Command, InvalidArgumentError } from 'commander';
import type { FetcherOptions } from '../fetch/fetcher.ts';
import { usualFetchLimits } from '../fetch/limits.ts';

/** Flags of every command that asks the web, as parsed. */
export interface FetchChoices {
  readonly allowHost?: readonly string[];
  readonly mostDownload?: number;
  readonly mostSeconds?: number;
  readonly mostRedirects?: number;
}

const whole =
  (most: number, least: number) =>
  (value: string): number => {
    if (!/^\d{1,15}$/.test(value) || Number(value) < least || Number(value) > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return Number(value);
  };

function hosts(value: string, before: readonly string[] = []): readonly string[] {
  // An address or a pattern would be allowed, and match nothing.
  if (!/^(?:\[[\da-f:.]+\]|[^\s/@*[\]]+)(?::\d{1,5})?$/iu.test(value))
    throw new InvalidArgumentError('It must be a host as localhost or 10.0.0.7, with a port if you like: localhost:8080.');
  return [...before, value];
}

/** Adds them to a command. */
export const withFetchFlags = (command: Command): Command =>
  command
    .option('--allow-host <host>', 'a server in your own network that may be asked, with or without its port; can be given again', hosts)
    .option('--most-download <n>', 'the most bytes that one address may give (default: 64 MiB)', whole(1024 ** 3, 1))
    .option('--most-seconds <n>', `the longest that one address may take (default: ${usualFetchLimits.seconds})`, whole(86_400, 1))
    .option('--most-redirects <n>', `how often one address may lead on to another (default: ${usualFetchLimits.redirects})`, whole(100, 0));

export const fetcherOptions = ({ allowHost, mostDownload, mostSeconds, mostRedirects }: FetchChoices): FetcherOptions => ({
  allowHosts: allowHost ?? [],
  limits: {
    bytes: mostDownload ?? usualFetchLimits.bytes,
    seconds: mostSeconds ?? usualFetchLimits.seconds,
    redirects: mostRedirects ?? usualFetchLimits.redirects,
  },
});
