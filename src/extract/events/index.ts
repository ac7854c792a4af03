import { contains, type Span } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { Event, Place, Time } from '../../reading/schema.ts';
import type { Entity, Gathering } from '../actors/index.ts';
import type { Spoken } from '../speakers/index.ts';
import { eventDate } from '../times/index.ts';
import type { Trace } from '../why.ts';
import { participants } from './participants.ts';
import { placeOf } from './place.ts';
import { isEventType, quadOf } from './quad.ts';

/** An event with its actors still as entities. */
export interface FoundEvent {
  readonly event: Omit<Event, 'actor' | 'recipient' | 'saidBy' | 'via' | 'quotation'>;
  readonly actor: readonly Entity[];
  readonly recipient: readonly Entity[];
  readonly saidBy: Entity | null;
  readonly via: readonly Entity[];
  /** Index into the quotations; null where the writer states it. */
  readonly quotation: number | null;
}

export interface EventSight {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly signals: Signals;
  readonly gathering: Gathering;
  readonly spoken: readonly Spoken[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly trace: Trace;
}

/** A flag is set from this probability on. */
const SET = 0.5;

/** The events of an article: trigger and type from their head, who and whom by pointer, on whose word by the quotation around the trigger. */
export function findEvents(sight: EventSight): FoundEvent[] {
  const { text, sentences, signals, gathering, spoken, times, places, trace } = sight;
  return signals.tags.events.flatMap(({ label, from, to, p }): FoundEvent[] => {
    const first = signals.words[from];
    const last = signals.words[to - 1];
    if (!first || !last || !isEventType(label)) return [];
    const trigger = { start: first.start, end: last.end };
    const record = `trigger@${trigger.start}`;
    const sentence = sentences.find((s) => contains(s, { start: trigger.start, end: trigger.start + 1 })) ?? trigger;
    const hypothetical = signals.flag('hypothetical', from) >= SET;
    const quotation = around(trigger, spoken);
    const said = quotation === null ? undefined : spoken[quotation];
    const actor = participants('actor', from, gathering, signals, trace, record);
    const speaker = said?.speakers[0] ?? null;
    return [
      {
        event: {
          id: record,
          type: label,
          mode: null,
          trigger,
          negated: signals.flag('negated', from) >= SET,
          hypothetical,
          future: signals.flag('future', from) >= SET,
          historical: signals.flag('historical', from) >= SET,
          place: placeOf(text, trigger, sentence, places),
          ...eventDate(text, times, { trigger, sentence, hypothetical }),
          hedge: hedgeNear(trigger, sentence, signals),
          quad: quadOf(label),
          score: p,
        },
        actor,
        recipient: participants('recipient', from, gathering, signals, trace, record),
        saidBy: speaker,
        via: said?.via ?? [],
        quotation,
      },
    ];
  });
}

/** The smallest quotation whose content holds the trigger; intents are nobody's word. */
function around(trigger: Span, spoken: readonly Spoken[]): number | null {
  let best: number | null = null;
  let size = Number.POSITIVE_INFINITY;
  spoken.forEach(({ quotation }, index) => {
    if (quotation.stance === 'intent') return;
    const length = quotation.content.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length < size && quotation.content.some((content) => contains(content, trigger))) {
      best = index;
      size = length;
    }
  });
  return best;
}

/** The hedge of the trigger's own sentence that stands nearest to it. */
function hedgeNear(trigger: Span, sentence: Span, { tags, words }: Signals): Span | null {
  const gap = (span: Span): number => Math.max(span.start - trigger.end, trigger.start - span.end);
  return tags.hedge
    .flatMap(({ from, to }) => {
      const first = words[from];
      const last = words[to - 1];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    })
    .filter((span) => contains(sentence, span) && gap(span) <= 60)
    .reduce<Span | null>((best, span) => (best === null || gap(span) < gap(best) ? span : best), null);
}
