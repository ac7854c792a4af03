import type { Signals } from '../../../model/signals.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import { type Prose, type Run, textOf } from '../../names/index.ts';
import type { Trace } from '../../why.ts';
import { type Act, type Feature, featuresOf } from './features.ts';
import { scopesOver } from './scopes.ts';

export const flagNames = ['negated', 'hypothetical', 'future', 'historical'] as const;
export type Flag = (typeof flagNames)[number];

/** The flags of an act, each with the words that set it; null where no word does (only the network, or a date). */
export type Flags = Readonly<Record<Flag, { readonly set: boolean; readonly words: Run | null }>>;

/** From this probability on a flag is set: network and weights together. On the articles of train/gold that are held out recall and precision are both above what is asked, by about as much. */
const SET = 0.42;

/**
 * Whether an act is denied, only possible, still to come, or long past. A cue in whose sure scope it stands decides ("if", "may", "not", "it is not true that");
 * else the network and the weights of the words around it together, on the odds of both.
 */
export function flagsOf(act: Act, prose: Prose, signals: Signals, lexicon: Lexicon, trace: Trace, record: string): Flags {
  const features = featuresOf(prose, act);
  const scopes = scopesOver(act.type, act.trigger, prose, lexicon);
  const decide = (flag: Flag): { set: boolean; words: Run | null } => {
    const scope = scopes.find((one) => one.flag === flag);
    const seen = signals.flag(flag, act.trigger.from);
    const { odds, best } = weigh(features, flagNames.indexOf(flag), lexicon);
    const together = 1 / (1 + Math.exp(-(logit(seen) + odds) / 2));
    const set = scope !== undefined || together >= SET;
    const words = scope?.words ?? best?.words ?? null;
    trace.note(() => {
      const cue = scope
        ? `scope:${textOf(prose, scope.words)}`
        : best?.words
          ? `word:${textOf(prose, best.words)}`
          : `weight:${best?.name ?? 'none'}`;
      return {
        record,
        field: flag,
        value: String(set),
        by: scope || (set && odds > 0) ? cue : 'head:flags',
        score: scope ? 1 : together,
        rejected: [
          { value: 'network alone', score: seen },
          { value: 'words alone', score: 1 / (1 + Math.exp(-odds)) },
        ],
      };
    });
    return { set, words: set ? words : null };
  };
  return { negated: decide('negated'), hypothetical: decide('hypothetical'), future: decide('future'), historical: decide('historical') };
}

const logit = (p: number): number => {
  const bounded = Math.min(0.995, Math.max(0.005, p));
  return Math.log(bounded / (1 - bounded));
};

/** The sum of the weights, and of the features that stand on words the heaviest for the flag. */
function weigh(features: readonly Feature[], flag: number, { flags }: Lexicon): { odds: number; best: Feature | null } {
  let odds = flags.get('bias')?.[flag] ?? 0;
  let best: Feature | null = null;
  let heaviest = 0;
  const counted = new Set<string>();
  for (const feature of features) {
    if (counted.has(feature.name)) continue;
    counted.add(feature.name);
    const weight = flags.get(feature.name)?.[flag] ?? 0;
    odds += weight;
    if (feature.words !== null && weight > heaviest) [best, heaviest] = [feature, weight];
  }
  return { odds, best };
}
