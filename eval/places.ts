// Places against LGL and TR-News. Run through scripts that bundle it, with
//   readings GOLD.jsonl OUT.jsonl [NAMES.jsonl]          readings for score.py places
//   features detect|first|then|again GOLD.jsonl OUT.jsonl [NAMES.jsonl]   what train/places.py learns from
// NAMES.jsonl: {"id", "names": [{start, end, type}]} as the network tags them.
// The halves: `half(id)` is 0 for articles that weights are learnt on, 1 for those held out.
import { readFileSync, writeFileSync } from 'node:fs';
import { candidatesOf } from '../src/extract/places/candidates.ts';
import { detectionFeatures, sceneOf, type Tag, tagsOf } from '../src/extract/places/detect.ts';
import { detect, findPlaces, resolve } from '../src/extract/places/index.ts';
import { groupsOf, resolutionFeatures } from '../src/extract/places/resolve.ts';
import { settingFeatures } from '../src/extract/places/setting.ts';
import { wordsOf } from '../src/extract/places/words.ts';
import { read } from '../src/gazetteer-file.ts';

interface Gold {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number; readonly geonames?: number | string | null }[];
}

/** FNV-1a of the id, its fifth bit: a half that nobody chose. */
export function half(id: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return ((hash >>> 5) & 1) as 0 | 1;
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
const [mode = '', ...rest] = process.argv.slice(2);
const stage = mode === 'features' ? rest.shift() : '';
const [goldPath = '', outPath = '', namesPath] = rest;
const gazetteer = await read(process.env.GAZETTEER ?? 'data/gazetteer.br');
const fresh = process.env.WEIGHTS;
if (fresh)
  (gazetteer as { weights: ReadonlyMap<string, number> }).weights = new Map(
    readFileSync(fresh, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => {
        const [name = '', weight] = line.split('\t');
        return [name, Number(weight)];
      }),
  );
const tagged = new Map(namesPath ? lines<{ id: string; names: Tag[] }>(namesPath).map((row) => [row.id, row.names]) : []);
const out: string[] = [];
const golds = lines<Gold>(goldPath);

if (mode === 'readings') {
  for (const gold of golds) findPlaces(gold.text, tagged.get(gold.id) ?? [], gazetteer, { published: gold.published, outlet: null });
  const before = process.cpuUsage().user;
  for (const gold of golds) {
    const places = findPlaces(gold.text, tagged.get(gold.id) ?? [], gazetteer, { published: gold.published, outlet: null });
    out.push(JSON.stringify({ document: { text: gold.text, input: { id: gold.id } }, places }));
  }
  const words = golds.reduce((sum, gold) => sum + gold.text.split(/\s+/).length, 0);
  console.log(
    `${golds.length} articles, ${(((process.cpuUsage().user - before) / 1000 / words) * 800).toFixed(2)} ms of processor for 800 words`,
  );
} else {
  for (const gold of golds) {
    const names = tagged.get(gold.id) ?? [];
    const words = wordsOf(gold.text);
    const candidates = candidatesOf(
      gold.text,
      words,
      names.filter((name) => name.type === 'LOC' || name.type === 'FACILITY'),
      gazetteer,
    );
    const scene = sceneOf(words, candidates, tagsOf(names), gazetteer);
    const spans = new Map(gold.places.map((place) => [`${place.start} ${place.end}`, Number(place.geonames ?? 0)]));
    const keep = (collect: (take: (name: string, value: number) => void) => void): Record<string, number> => {
      const features: Record<string, number> = {};
      collect((name, value) => {
        features[name] = (features[name] ?? 0) + value;
      });
      return features;
    };
    const before = detect(scene);
    const groups = groupsOf(scene, before);
    const senses = resolve(scene, groups, []);
    if (stage === 'detect' || stage === 'again') {
      for (const candidate of candidates) {
        const features = keep((take) =>
          stage === 'detect'
            ? detectionFeatures(scene, candidate, take)
            : settingFeatures(scene, candidate, before.get(candidate) ?? 0, senses, take),
        );
        out.push(JSON.stringify({ half: half(gold.id), right: spans.has(`${candidate.start} ${candidate.end}`) ? 1 : 0, features }));
      }
      continue;
    }
    groups.forEach((group, number) => {
      // a name's sense: the id that most of its mentions have
      const ids = group.mentions.map((mention) => spans.get(`${mention.start} ${mention.end}`) ?? 0).filter((id) => id > 0);
      const id = ids.sort((a, b) => ids.filter((x) => x === b).length - ids.filter((x) => x === a).length)[0];
      const right = group.bearers.findIndex(({ place }) => gazetteer.ids[place] === id);
      if (id === undefined || right < 0 || group.bearers.length < 2) return;
      const options: Record<string, number>[] = [];
      let features: Record<string, number> = {};
      resolutionFeatures(
        scene,
        group,
        number,
        stage === 'then' ? senses.evidence : null,
        senses.beliefs[number] ?? [],
        (name, value) => {
          features[name] = (features[name] ?? 0) + value;
        },
        () => {
          options.push(features);
          features = {};
        },
      );
      out.push(JSON.stringify({ half: half(gold.id), right, weight: Math.log2(1 + ids.length), options }));
    });
  }
}
writeFileSync(outPath, `${out.join('\n')}\n`);
