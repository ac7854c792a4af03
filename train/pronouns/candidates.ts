/**
 * Writes the candidates of every pronoun that is the source of a quotation in `../shared/data/gold/train`, for `fit.py`:
 * `npx rolldown train/pronouns/candidates.ts --platform node --format esm --file /tmp/candidates.mjs && node /tmp/candidates.mjs > /tmp/candidates.jsonl`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { paragraphs as paragraphsOf } from '../../src/document/paragraphs.ts';
import { sentences as sentencesOf } from '../../src/document/sentences.ts';
import { words as wordsOf } from '../../src/document/words.ts';
import { gatherActors } from '../../src/extract/actors/index.ts';
import { lexiconFiles, parseLexicon } from '../../src/extract/lexicon/index.ts';
import { wordAt } from '../../src/extract/names/index.ts';

const data = process.env['GOLD'] ?? '../shared/data/gold';
const span = (pair: [number, number] | null) => (pair === null ? null : { start: pair[0], end: pair[1] });
const lexicon = parseLexicon(Object.fromEntries(lexiconFiles.map((file) => [file, readFileSync(`data/${file}`, 'utf8')])));
const articles = readFileSync(`${data}/train.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const texts = new Map(articles.map((article) => [article.id, article]));

for (const file of readdirSync(`${data}/train`).sort()) {
  const gold = JSON.parse(readFileSync(`${data}/train/${file}`, 'utf8'));
  const { text, published = null } = texts.get(gold.id);
  const words = wordsOf(text);
  const paragraphs = paragraphsOf(text);
  const quotations = gold.quotations.map((q: { kind: 'direct'; content: [number, number][]; cue: [number, number] | null; source: [number, number] | null }) => ({
    kind: q.kind, content: q.content.map(span), cue: span(q.cue), source: span(q.source), stance: 'statement', score: 1,
    contentWord: wordAt(words, q.content[0]?.[0] ?? 0), sourceWord: q.source === null ? -1 : wordAt(words, q.source[0]),
  }));
  const tags = { attribution: [], quotation: [], inner: [], names: [], events: [], hedge: [] };
  const signals = { words, tags, flag: () => 0, point: () => [], link: () => 0 };
  const seen = new Map<number, { entity: number; features: readonly number[] }[]>();
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const gathering = gatherActors({ text, paragraphs, sentences, signals, quotations, lexicon, published }, (at, ranked) =>
    seen.set(at, ranked.map(({ entity, features }) => ({ entity: entity.index, features }))),
  );
  const names = (index: number): string[] => {
    const entity = gathering.cast.entities[index];
    const mentions = entity?.mentions.filter(({ form }) => form !== 'pronoun').slice(0, 40) ?? [];
    return [entity?.name ?? '', ...mentions.map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end))];
  };
  for (const q of gold.quotations) {
    const candidates = q.source === null ? undefined : seen.get(wordAt(words, q.source[0]));
    if (candidates === undefined) continue;
    const word = text.slice(q.source[0], q.source[1]).toLowerCase();
    console.log(JSON.stringify({ id: gold.id, word, speaker: q.speaker, candidates: candidates.map((c) => ({ f: c.features, names: names(c.entity) })) }));
  }
}
