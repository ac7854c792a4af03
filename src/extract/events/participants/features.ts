import type { Event } from '../../../reading/schema.ts';
import type { Entity } from '../../actors/index.ts';
import { eventTypes } from '../quad.ts';
import type { Evidence } from './evidence.ts';
import { type Role, stemOf } from './past.ts';
import type { Stage } from './stage.ts';

/** What is asked: who (or whom) of one act. */
export interface Asked {
  readonly role: Role;
  readonly type: Event['type'];
  readonly from: number;
  readonly to: number;
  /** Of the act, found before its recipients; empty when the actor is asked. */
  readonly actor: readonly Entity[];
}

/** Names of the features of a candidate, in the order of the weights (train/participants/fit.py reads them here); one for each kind and type follows them. */
export const FEATURES = [
  'pointer',
  'log pointer',
  'best pointed',
  'pointer of the other role',
  'log pointer of the other role',
  'anywhere',
  'log anywhere',
  'best anywhere',
  'antecedent of the best pointed',
  'log antecedent',
  'named',
  'in the sentence before',
  'log words before',
  'in the sentence after',
  'log words after',
  'nearest before in the sentence',
  'nearest after in the sentence',
  'first in the sentence',
  'only inside other phrases in the sentence',
  'in the sentence before this',
  'in this paragraph',
  'in the paragraph before',
  'only later',
  'log mentions',
  'share of mentions',
  'most mentioned',
  'in the first paragraph',
  'says the words around',
  'says it by the trigger',
  'speaks in this sentence',
  'in the content after the trigger',
  'same role of the same type before',
  'other role of the same type before',
  'same role of the same stem before',
  'other role of the same stem before',
  'log same role before',
  'log other role before',
  'same role of the act before',
  'other role of the act before',
  'same role in the sentence before',
  'other role in the sentence before',
  'is the actor',
  'pair told before',
  'pair told the other way round',
  'state or body of the best pointed',
  'member of the best pointed',
  'best pointed, by name',
  'best pointed, by we',
  'best pointed, by pronoun',
  'best pointed, by description',
  'state or body of the best pointed, by we',
  'antecedent, by description',
  'anywhere, by name',
  'medium',
  'actor of its own state',
] as const;

/** Names of the features of "none". */
export const NONE_FEATURES = [
  'none',
  'log none',
  'none anywhere',
  'log none anywhere',
  'best pointer',
  'in a quotation',
  'passive',
  'nominal',
  'nobody in the sentence',
] as const;

export const KINDS = ['person', 'group', 'organisation', 'country', 'place', 'unnamed'] as const;
const log = (p: number): number => Math.log(p + 0.005) + 5.3;
const flag = (value: boolean): number => (value ? 1 : 0);

/** The features of one candidate, then one column for its kind and the act's type. */
export function featuresOf(stage: Stage, asked: Asked, evidence: Evidence, entity: Entity): number[] {
  const { words } = stage.gathering.article.prose;
  const sentence = words[asked.from]?.sentence ?? -1;
  const paragraph = words[asked.from]?.paragraph ?? -1;
  const profile = stage.profile(entity);
  const here = profile.bySentence.get(sentence) ?? [];
  const before = here.findLast(({ to }) => to <= asked.from);
  const after = here.find(({ from }) => from >= asked.to);
  const pointer = evidence.pointed.get(entity) ?? 0;
  const other = evidence.other.get(entity) ?? 0;
  const antecedent = evidence.antecedent.get(entity) ?? 0;
  const anywhere = evidence.anywhere.get(entity) ?? 0;
  const top = evidence.best;
  const said = stage.saidAt(asked.from);
  const cued = stage.cueAt(asked.from);
  const { role } = asked;
  const stem = stemOf(words[asked.from]?.lower ?? '');
  const { past } = stage;
  const same = past.record(role, entity);
  const cross = past.record(role === 'actor' ? 'recipient' : 'actor', entity);
  const content = cued?.quotation.content ?? [];
  const inContent = here.some(({ from }) => {
    const start = words[from]?.start ?? 0;
    return content.some((span) => span.start <= start && start < span.end);
  });
  const actor = asked.actor[0];
  return [
    pointer,
    log(pointer),
    flag(entity === top && pointer > 0),
    other,
    log(other),
    anywhere,
    log(anywhere),
    flag(entity === evidence.bestAnywhere),
    antecedent,
    log(antecedent),
    flag(entity.named),
    flag(before !== undefined),
    before ? Math.log2(1 + asked.from - before.to) / 4 : 0,
    flag(after !== undefined),
    after ? Math.log2(1 + after.from - asked.to) / 4 : 0,
    flag(before !== undefined && evidence.nearestBefore?.entity === entity),
    flag(after !== undefined && evidence.nearestAfter?.entity === entity),
    flag(evidence.first?.entity === entity),
    flag(here.length > 0 && here.every(({ inner }) => inner)),
    flag(profile.bySentence.has(sentence - 1)),
    flag(profile.paragraphs.has(paragraph)),
    flag(profile.paragraphs.has(paragraph - 1)),
    flag((profile.first?.from ?? 0) > asked.from),
    Math.log2(1 + profile.count) / 3,
    profile.count / Math.max(1, stage.mentions),
    flag(stage.most[0] === entity),
    flag(profile.firstParagraph === 0),
    flag(said?.speakers.includes(entity) ?? false),
    flag(cued?.speakers.includes(entity) ?? false),
    flag(evidence.speakersHere.includes(entity)),
    flag(inContent),
    flag(same.types.has(asked.type)),
    flag(cross.types.has(asked.type)),
    flag(same.stems.has(stem)),
    flag(cross.stems.has(stem)),
    Math.log2(1 + same.times) / 2,
    Math.log2(1 + cross.times) / 2,
    flag(past.last?.[role].includes(entity) ?? false),
    flag(past.last?.[role === 'actor' ? 'recipient' : 'actor'].includes(entity) ?? false),
    flag(same.sentence === sentence),
    flag(cross.sentence === sentence),
    flag(asked.actor.includes(entity)),
    flag(asked.actor.some((one) => past.met(one, entity))),
    flag(asked.actor.some((one) => past.met(entity, one))),
    flag(top !== undefined && top !== entity && stateOrBodyOf(entity, top)),
    flag(top !== undefined && top !== entity && stateOrBodyOf(top, entity)),
    flag(entity === top && evidence.form === 'name'),
    flag(entity === top && evidence.form === 'we'),
    flag(entity === top && evidence.form === 'pronoun'),
    flag(entity === top && evidence.form === 'description'),
    flag(evidence.form === 'we' && top !== undefined && top !== entity && stateOrBodyOf(entity, top)),
    evidence.form === 'description' ? antecedent : 0,
    evidence.form === 'name' ? anywhere : 0,
    flag(entity.sector === 'MED'),
    flag(actor !== undefined && actor !== entity && stateOrBodyOf(entity, actor)),
  ];
}

/** Whether `whole` is what `part` belongs to: Iraq of "Iraq's president". */
function stateOrBodyOf(whole: Entity, part: Entity): boolean {
  if (part.of !== null && part.of === whole.name) return true;
  if (whole.kind !== 'country') return false;
  for (const code of whole.countries) if (part.kind !== 'country' && part.countries.has(code)) return true;
  return false;
}

/** The features of "none", for the same softmax. */
export function noneFeatures(stage: Stage, asked: Asked, evidence: Evidence): number[] {
  const { lowers } = stage.gathering.article.prose;
  const before = lowers[asked.from - 1] ?? '';
  return [
    evidence.none,
    log(evidence.none),
    evidence.noneAnywhere,
    log(evidence.noneAnywhere),
    evidence.strongest,
    flag(stage.saidAt(asked.from) !== undefined),
    flag(/^(?:is|are|was|were|be|been|being|get|got)$/u.test(before)),
    flag(/^(?:the|a|an|of|its|his|their|any|no|new|recent|more|for|in|on)$/u.test(before)),
    flag(evidence.first === undefined),
  ];
}

/** The column of a kind and a type among those that follow the features. */
export const kindAndType = (kind: Entity['kind'], type: Event['type']): number =>
  KINDS.indexOf(kind) * eventTypes.length + eventTypes.indexOf(type);
