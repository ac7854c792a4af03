/**
 * Writes the candidates of every participant that the network's acts ask for, for `fit.py`:
 * `npx rolldown train/participants/candidates.ts --platform node --format esm --external onnxruntime-node --file /tmp/candidates.mjs && node /tmp/candidates.mjs TEXTS.jsonl > /tmp/candidates.jsonl`
 * One line a choice: article, role, type, trigger, and each candidate's names, features, column and whether it was taken.
 */
import { readFileSync } from 'node:fs';
import { paragraphs as paragraphsOf } from '../../src/document/paragraphs.ts';
import { readable } from '../../src/document/readable.ts';
import { sentences as sentencesOf } from '../../src/document/sentences.ts';
import type { Document } from '../../src/document/document.ts';
import { lexiconFiles, parseLexicon } from '../../src/extract/lexicon/index.ts';
import { extract } from '../../src/extract/pipeline.ts';
import { loadGazetteer } from '../../src/gazetteer-file.ts';
import { network as networkOf } from '../../src/model/network.ts';
import { modelFiles, openModel } from '../../src/model/session.ts';
import { vocabulary, wordPiece } from '../../src/model/wordpiece.ts';

const files = await modelFiles('models');
const network = networkOf(await openModel(files.network), wordPiece(vocabulary(files.vocabulary)), files.manifest);
const lexicon = parseLexicon(Object.fromEntries(lexiconFiles.map((file) => [file, readFileSync(`data/${file}`, 'utf8')])));
const gazetteer = await loadGazetteer('data/gazetteer.br');
for (const line of readFileSync(process.argv[2] ?? '', 'utf8').split('\n').filter(Boolean)) {
  const { id, text, published = null } = JSON.parse(line);
  const document = { text, published, outlet: null, skipped: [] } as unknown as Document;
  const { read: paragraphs } = readable(text, paragraphsOf(text), []);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  const signals = await network.see(text, paragraphs, sentences);
  const { words } = signals;
  const round = (x: number): number => Math.round(x * 1000) / 1000;
  extract({
    document, paragraphs, sentences, signals, lexicon, gazetteer, trace: { note: () => undefined },
    watch: ({ role, type, from, to }, ranked, chosen) => {
      const candidates = ranked.map(({ entity, features, column }) => ({
        n: entity && [entity.name, ...entity.mentions.filter(({ form }) => form !== 'pronoun').slice(0, 40).map((m) => text.slice(words[m.from]?.start, words[m.to - 1]?.end))],
        f: features.map(round), c: column, t: entity ? Number(chosen.includes(entity)) : Number(chosen.length === 0),
      }));
      process.stdout.write(`${JSON.stringify({ id, role, type, trigger: [words[from]?.start, words[to - 1]?.end], candidates })}\n`);
    },
  });
}
