import { type Span, startingIn } from '../../document/span.ts';
import type { Signals } from '../../model/signals.ts';
import type { Event, EventNumber, Place, Time } from '../../reading/schema.ts';
import type { Entity, Gathering } from '../actors/index.ts';
import { type Prose, runOf, spanOf, textOf } from '../names/index.ts';
import type { Spoken } from '../speakers/index.ts';
import { eventDate } from '../times/index.ts';
import type { Trace } from '../why.ts';
import { actAt } from './flags/act.ts';
import { hedgeOver } from './flags/hedge.ts';
import { type Flag, type Flags, flagsOf } from './flags/index.ts';
import { modeOf } from './mode.ts';
import { numbersOf } from './numbers/index.ts';
import { newStage, participants, stemOf, type Watch } from './participants/index.ts';
import { placeOf } from './place.ts';
import { quadOf } from './quad.ts';
import { type Trigger, triggersOf } from './triggers.ts';

/** An event with its actors still as entities. */
export interface FoundEvent {
  readonly event: Omit<Event, 'actor' | 'recipient' | 'saidBy' | 'via' | 'quotation' | 'answers'>;
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
  /** ISO date; tells what lies far back and what is to come. */
  readonly published: string | null;
  readonly trace: Trace;
  /** Told of every choice of a participant: for fitting. */
  readonly watch?: Watch | undefined;
}

/** The events of an article: trigger and type from their head, who and whom by pointer, on whose word by the quotation around the trigger. */
export function findEvents(sight: EventSight): FoundEvent[] {
  const { text, sentences, signals, gathering, spoken, times, places, trace } = sight;
  const { prose, lexicon } = gathering.article;
  const { words } = prose;
  const quotationAt = saidAt(words, spoken);
  const stage = newStage(gathering, signals, spoken, (word) => spoken[quotationAt[word] ?? -1]);
  const acts = { text, prose, sentences, times, published: sight.published };
  const triggers = triggersOf(signals, prose, lexicon);
  const numbersAt = countedBy(text, sentences, prose, triggers);
  return triggers.map(({ type, from, to, p, by }, index): FoundEvent => {
    const trigger = spanOf(words, { from, to });
    const record = `trigger@${trigger.start}`;
    const sentence = sentences[words[from]?.sentence ?? -1] ?? trigger;
    const at = quotationAt[from] ?? -1;
    const quotation = at >= 0 && quotationAt[to - 1] === at ? at : null;
    const said = quotation === null ? undefined : spoken[quotation];
    const actor = participants(stage, { role: 'actor', type, from, to, actor: [] }, trace, record, sight.watch);
    const recipient = participants(stage, { role: 'recipient', type, from, to, actor }, trace, record, sight.watch);
    stage.past.add({ type, stem: stemOf(words[from]?.lower ?? ''), sentence: words[from]?.sentence ?? -1, actor, recipient });
    const speaker = said?.speakers[0] ?? null;
    const flags = flagsOf(actAt(acts, type, { from, to }, said ? said.quotation : null), prose, signals, lexicon, trace, record);
    const hypothetical = flags.hypothetical.set;
    const hedge = hedgeOver({ from, to }, prose, lexicon, signals.tags.hedge);
    if (hedge) trace.note(() => ({ record, field: 'hedge', value: textOf(prose, hedge.words), by: hedge.by, score: null, rejected: [] }));
    const place = placeOf(text, trigger, sentence, startingIn(places, sentence));
    const when = eventDate(text, startingIn(times, sentence), { trigger, sentence, hypothetical });
    explainSetting(text, places, times, place, when.time, record, trace);
    const how = modeOf(type, { from, to }, prose, lexicon);
    trace.note(() => ({ record, field: 'type', value: type, by, score: p, rejected: [] }));
    if (how)
      trace.note(() => ({ record, field: 'mode', value: how.mode, by: `lexicon:${textOf(prose, how.by)}`, score: null, rejected: [] }));
    return {
      event: {
        id: record,
        type,
        mode: how?.mode ?? null,
        trigger,
        negated: flags.negated.set,
        hypothetical,
        future: flags.future.set,
        historical: flags.historical.set,
        place,
        ...when,
        cues: cueSpans(flags, words),
        numbers: numbersAt[index] ?? [],
        hedge: hedge && spanOf(words, hedge.words),
        quad: quadOf(type),
        score: p,
      },
      actor,
      recipient,
      saidBy: speaker,
      via: said?.via ?? [],
      quotation,
    };
  });
}

/** Which words of the sentence place and date an act. */
function explainSetting(
  text: string,
  places: readonly Place[],
  times: readonly Time[],
  place: string | null,
  time: string | null,
  record: string,
  trace: Trace,
): void {
  const tell = (field: string, id: string | null, all: readonly (Span & { readonly id: string })[], by: string): void =>
    trace.note(() => {
      const words = all.find((one) => one.id === id);
      return { record, field, value: words ? text.slice(words.start, words.end) : 'none', by, score: null, rejected: [] };
    });
  tell('place', place, places, 'rule:nearest place with a preposition');
  tell('time', time, times, 'rule:nearest time of its clause');
}

/** The numbers of each trigger, asked sentence by sentence. */
function countedBy(text: string, sentences: readonly Span[], { words }: Prose, triggers: readonly Trigger[]): EventNumber[][] {
  const found: EventNumber[][] = [];
  for (let from = 0; from < triggers.length; ) {
    const at = words[triggers[from]?.from ?? 0]?.sentence ?? 0;
    let to = from;
    while (to < triggers.length && words[triggers[to]?.from ?? 0]?.sentence === at) to++;
    const acts = triggers.slice(from, to).map((trigger) => ({ type: trigger.type, trigger: spanOf(words, trigger) }));
    const sentence = sentences[at];
    found.push(...(sentence ? numbersOf(text, sentence, acts) : acts.map(() => [])));
    from = to;
  }
  return found;
}

const cueSpans = (flags: Flags, words: readonly Span[]): NonNullable<Event['cues']> => {
  const span = (flag: Flag): Span | null => flags[flag].words && spanOf(words, flags[flag].words);
  return { negated: span('negated'), hypothetical: span('hypothetical'), future: span('future'), historical: span('historical') };
};

/** For each word the index of the smallest quotation whose content covers it, -1 for none; intents are nobody's word. */
function saidAt(words: readonly Span[], spoken: readonly Spoken[]): Int32Array {
  const at = new Int32Array(words.length).fill(-1);
  const size = ({ quotation }: Spoken): number => quotation.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const largestFirst = spoken
    .map((said, index) => ({ said, index, size: size(said) }))
    .sort((a, b) => b.size - a.size || a.index - b.index);
  for (const { said, index } of largestFirst) {
    if (said.quotation.stance === 'intent') continue;
    for (const content of said.quotation.content) {
      const { from, to } = runOf(words, content);
      at.fill(index, from, to);
    }
  }
  return at;
}
