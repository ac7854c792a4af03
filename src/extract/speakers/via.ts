import type { Entity, Gathering } from '../actors/index.ts';
import { runOf } from '../names/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';
import { paragraphOf } from './by-same-paragraph.ts';
import type { Scene } from './spoken.ts';

/** Platforms on which people speak themselves: the guide does not count them. */
const PLATFORMS = new Set(['twitter', 'facebook', 'instagram', 'youtube', 'reddit', 'google', 'wikinews', 'wikipedia']);
/** Last words of the names of media that the lexicon does not list. */
const MEDIUM =
  /(?:news|times|post|tribune|herald|gazette|journal|chronicle|magazine|radio|tv|television|agency|network|globe|guardian|independent|today|courier|observer|review|broadcasting|press|show|podcast|weekly|daily)$/iu;
/** Paragraphs over which an interview goes on. */
const GOES_ON = 2;

/**
 * Through whom the article has each quotation, outermost last: whoever's words it stands in ("state TV quoted officials as saying"), and the
 * medium named in its sentence ("told NTV", "according to the AP", "in an interview with Sputnik"), which holds for what the same speaker says next.
 */
export function viaOfAll(scene: Scene): readonly (readonly Entity[])[] {
  const { quotations, order, resolved } = scene;
  const found: Entity[][] = quotations.map(() => []);
  const media = quotations.map((quotation, index) => mediaBeside(scene, quotation, resolved[index]?.speakers ?? []));
  for (const [place, index] of order.entries()) {
    const speakers = resolved[index]?.speakers ?? [];
    let medium = media[index] ?? [];
    const before = order[place - 1];
    if (
      medium.length === 0 &&
      before !== undefined &&
      speakers.length > 0 &&
      resolved[before]?.speakers[0] === speakers[0] &&
      paragraphOf(scene, index) - paragraphOf(scene, before) <= GOES_ON
    )
      medium = media[index] = media[before] ?? [];
    const outer = scene.outer[index] ?? null;
    const list = outer === null ? medium : [...(resolved[outer]?.speakers ?? []), ...(media[outer] ?? []), ...medium];
    found[index] = [...new Set(list)].filter((entity) => !speakers.includes(entity));
  }
  return found;
}

function mediaBeside({ gathering }: Scene, quotation: FoundQuotation, speakers: readonly Entity[]): Entity[] {
  const { article, owner } = gathering;
  const { words } = article.prose;
  const anchor = quotation.cue ?? quotation.source ?? quotation.content[0];
  if (anchor === undefined || anchor === null) return [];
  const at = runOf(words, anchor).from;
  const sentence = words[at]?.sentence;
  const source = quotation.source === null ? null : runOf(words, quotation.source);
  const inside = quotation.content.map((span) => runOf(words, span));
  const found: Entity[] = [];
  let from = at;
  while (from > 0 && words[from - 1]?.sentence === sentence && at - from < 80) from--;
  for (let word = from; word < words.length && word < at + 80 && words[word]?.sentence === sentence; word++) {
    const name = article.nameAt[word] ?? -1;
    // "According to Russian media", "state TV quoted officials".
    const described = name < 0 ? gathering.byHead.get(word) : undefined;
    if (described !== undefined && described.form === 'description' && mediaNoun(article, word) && !speakers.includes(described.entity)) {
      const outside =
        !inside.some((run) => run.from <= word && word < run.to) && !(source !== null && source.from <= word && word < source.to);
      if (
        outside &&
        (AFTER.has(article.prose.lowers[word + 1] ?? '') || ['to', 'by', 'told'].includes(article.prose.lowers[described.from - 1] ?? ''))
      )
        found.push(described.entity);
      continue;
    }
    const entity = owner[name];
    if (!entity || article.names[name]?.from !== word || !isMedium(entity) || speakers.includes(entity) || found.includes(entity)) continue;
    if (inside.some((run) => run.from <= word && word < run.to) || (source !== null && source.from <= word && word < source.to)) continue;
    if (leads(gathering, word, article.names[name]?.to ?? word + 1)) found.push(entity);
  }
  return found.slice(0, 1);
}

/** A noun for media that speak as one: not "reporters", to whom anybody speaks. */
function mediaNoun(article: Gathering['article'], word: number): boolean {
  const role = article.lexicon.roles.get(article.prose.lowers[word] ?? '');
  return role?.sector === 'MED' ? role.kind === 'organisation' : role?.noun === 'media';
}

const BEFORE = new Set([
  'to',
  'with',
  'by',
  'on',
  'told',
  'tells',
  'telling',
  'tell',
  'told',
  'for',
  'in',
  'from',
  'of',
  'via',
  'the',
  '(',
  'a',
  'quoted',
  'to',
  '“',
  '"',
]);
const AFTER = new Set([
  'reported',
  'reports',
  'said',
  'says',
  'quoted',
  'quotes',
  'cited',
  'citing',
  'wrote',
  'reporting',
  ',',
  'that',
  'also',
  'has',
  'noted',
  'interview',
]);

/** Whether the words around a medium's name make it the channel: "told CNN", "on Fox News", "according to AP", "Reuters reported". */
function leads({ article }: Gathering, from: number, to: number): boolean {
  const { lowers } = article.prose;
  return BEFORE.has(lowers[from - 1] ?? '') || AFTER.has(lowers[to] ?? '') || (lowers[to + 1] === 's' && lowers[from - 1] !== 'of');
}

function isMedium(entity: Entity): boolean {
  if (entity.kind !== 'organisation' || PLATFORMS.has(entity.name.toLowerCase())) return false;
  return entity.sector === 'MED' || (entity.sector === null && MEDIUM.test(entity.name));
}
