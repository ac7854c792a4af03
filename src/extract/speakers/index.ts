import type { Gathering } from '../actors/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';
import { type Decision, silent, type Trace } from '../why.ts';
import { deniedBy, hedgeOf } from './denial-and-hedge.ts';
import { outerOf } from './outer.ts';
import { speakerRules } from './rules.ts';
import type { Answer, Scene, Spoken } from './spoken.ts';
import { viaOfAll } from './via.ts';

export { speakerRules } from './rules.ts';
export type { Spoken } from './spoken.ts';

/** Every quotation with its speaker, in the order given. Decisions are noted under the start of the first content span. */
export function resolveSpeakers(gathering: Gathering, trace: Trace = silent): readonly Spoken[] {
  const { quotations } = gathering.article;
  const order = quotations.map((_, i) => i).sort((a, b) => (quotations[a]?.contentWord ?? 0) - (quotations[b]?.contentWord ?? 0) || a - b);
  const resolved: (Answer | null)[] = quotations.map(() => null);
  const placeOf: number[] = [];
  order.forEach((index, place) => {
    placeOf[index] = place;
  });
  const outer = quotations.map((_, index) => outerOf(quotations, index));
  const scene: Scene = { gathering, quotations, order, placeOf, outer, resolved };
  // Those with a source first: the others take their speaker from them.
  for (const floating of [false, true])
    for (const index of order) {
      const quotation = quotations[index];
      if (quotation === undefined || (quotation.source === null) !== floating) continue;
      const silentRules: string[] = [];
      for (const rule of speakerRules) {
        const answer = rule.find(scene, index);
        if (answer === null) {
          silentRules.push(rule.name);
          continue;
        }
        resolved[index] = answer;
        break;
      }
      trace.note(() => speakerDecision(quotation, resolved[index] ?? null, silentRules));
    }
  const via = viaOfAll(scene);
  return quotations.map((quotation, index) => {
    const answer = resolved[index];
    const speakers = answer?.speakers ?? [];
    const candidates = speakers.length === 0 ? (answer?.candidates ?? []) : [];
    const hedge = hedgeOf(gathering, quotation);
    return {
      quotation,
      speakers,
      speakerScore: answer?.score ?? null,
      candidates,
      unknown: speakers.length > 0 ? null : candidates.length > 1 ? 'ambiguous' : 'none-named',
      via: via[index] ?? [],
      denied: deniedBy(gathering, quotation),
      hedged: hedge !== null,
      hedge,
    };
  });
}

/** The rule that answered; those asked before it had nothing to say. */
function speakerDecision(quotation: FoundQuotation, answer: Answer | null, silentRules: readonly string[]): Decision {
  const asked = speakerRules[silentRules.length]?.name;
  return {
    record: String(quotation.content[0]?.start ?? 0),
    field: 'speaker',
    value: answer?.speakers.map((entity) => entity.name).join(' + ') || 'nobody',
    by: answer && asked ? `rule:${asked}` : 'no rule',
    score: answer?.score ?? null,
    rejected: [
      ...(answer?.candidates ?? []).map((entity) => ({ value: entity.name, score: null, reason: 'as likely as another' })),
      ...silentRules.map((name) => ({ value: `rule:${name}`, score: null, reason: 'found nobody' })),
    ],
  };
}
