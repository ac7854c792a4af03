import type { Candidate } from './candidates.ts';
import type { Scene, Take } from './detect.ts';
import { type Beliefs, type Evidence, type Group, surroundings } from './resolve.ts';

/** What all names of a text are believed to mean. */
export interface Senses {
  readonly groups: readonly Group[];
  readonly beliefs: Beliefs;
  readonly evidence: Evidence;
  /** The number of a name's group. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Features of the second look: how well the place that a name would mean fits into the others. `sure` is the first look's answer. */
export function settingFeatures(scene: Scene, candidate: Candidate, sure: number, senses: Senses, take: Take): void {
  const { gazetteer } = scene;
  const bounded = Math.min(Math.max(sure, 0.001), 0.999);
  take('bias', 1);
  take('first look', Math.log(bounded / (1 - bounded)));
  const number = senses.numbers.get(candidate.key);
  const group = number === undefined ? undefined : senses.groups[number];
  if (number === undefined || !group) {
    take(`no sense, ${candidate.found}`, 1);
    return;
  }
  const belief = senses.beliefs[number] ?? [];
  let best = 0;
  belief.forEach((value, at) => {
    if (value > (belief[best] ?? 0)) best = at;
  });
  const place = group.bearers[best]?.place ?? 0;
  const kind = gazetteer.kind(place);
  const { near, around, named, inside } = surroundings(gazetteer, place, number, senses.evidence);
  take(`kind=${kind}`, 1);
  take('belief', belief[best] ?? 0);
  take('near', Math.log2(1 + near));
  take('around', Math.log2(1 + around));
  take('holder named', named);
  take('holds others', Math.log2(1 + inside));
  take('its country', (senses.evidence.countries.get(gazetteer.country(place)) ?? 0) / (senses.evidence.total + 1));
  take('surest mention', group.sure);
  if (candidate.found === 'name' && named === 0 && around < 0.2) take(`lonely ${kind}`, 1);
}
