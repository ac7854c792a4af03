// The features of every act of annotated articles, a JSON line each, for train/flags.py: node train/flags-features.mjs GOLD_FOLDER TEXTS.jsonl > features.jsonl (after npm run build).
import { readdirSync, readFileSync } from 'node:fs';
import { paragraphs as paragraphsOf } from '../dist/document/paragraphs.js';
import { sentences as sentencesOf } from '../dist/document/sentences.js';
import { actAt } from '../dist/extract/events/flags/act.js';
import { featuresOf } from '../dist/extract/events/flags/features.js';
import { prose as proseOf, runOf } from '../dist/extract/names/index.js';
import { findTimes } from '../dist/extract/times/index.js';

const [folder, file] = process.argv.slice(2);
const articles = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const byId = new Map(articles.map((article) => [article.id, article]));
for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')).sort()) {
  const gold = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const { text, published = null } = byId.get(gold.id);
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const prose = proseOf(text, paragraphs, sentences);
  const sight = { text, prose, sentences, times: findTimes(text, { published, paragraphs }), published };
  for (const event of gold.events) {
    const [start, end] = event.trigger;
    const trigger = runOf(prose.words, { start, end });
    const around = gold.quotations
      .flatMap((quotation) => quotation.content.map(([from, to]) => ({ quotation, from, to })))
      .filter(({ from, to }) => from <= start && end <= to)
      .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    const cue = around?.quotation.cue;
    const act = actAt(sight, event.type, trigger, around ? { cue: cue ? { start: cue[0], end: cue[1] } : null } : null);
    const features = [...new Set(featuresOf(prose, act).map((feature) => feature.name))];
    const flags = [event.negated, event.hypothetical, event.future, event.historical].map(Number);
    process.stdout.write(`${JSON.stringify({ id: gold.id, flags, features })}\n`);
  }
}
