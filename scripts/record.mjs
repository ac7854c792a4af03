// `npm run record`: puts a real record into README.md: the quotation of one bundled article that holds the words below, with its speaker.
// `npm run record -- --full [--write] [--keep FOLDER]`: whole sets through the front door, see record-full.mjs.
// `npm run record -- --search ARCHIVE [--write]`: how quick searches are, see record-search.mjs.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { intoReadme } from './readme.mjs';
import { recordFull } from './record-full.mjs';
import { intoRecord, recordSearch } from './record-search.mjs';
import { build, install, root } from './setup.mjs';

const article = 'examples/khashoggi-fiancee-united-nations.txt';
const words = 'What is so sad for me';

install();
build();
const flags = process.argv.slice(2);
if (flags[0] === '--search') {
  const { page } = await recordSearch(resolve(flags[1]));
  console.log(page);
  if (flags.includes('--write')) intoRecord(page);
  process.exit();
}
if (flags.includes('--full')) {
  const keep = flags.includes('--keep') ? (flags[flags.indexOf('--keep') + 1] ?? null) : null;
  await recordFull({ write: flags.includes('--write'), keep });
  process.exit();
}
const reading = JSON.parse(
  execFileSync(process.execPath, [join(root, 'dist/cli/main.js'), 'read', '--to', 'jsonl', join(root, article)], { encoding: 'utf8' }),
);
const { text } = reading.document;
const quotation = reading.quotations.find(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)));
if (!quotation) throw new Error(`No quotation of ${article} holds “${words}”.`);
const actor = reading.actors.find(({ id }) => id === quotation.speaker);
const from = Math.min(...[...quotation.content, quotation.cue, quotation.source].filter(Boolean).map(({ start }) => start));
const to = Math.max(...[...quotation.content, quotation.cue, quotation.source].filter(Boolean).map(({ end }) => end));
const folded = (value) =>
  JSON.stringify(value)
    .replaceAll(/,(?=["{])/g, ', ')
    .replaceAll('":', '": ')
    .replaceAll(/(.{1,138})(?:\s|$)/g, '$1\n')
    .trim();
intoReadme(
  'record',
  `From [${article}](${article}) (Wikinews, CC BY 2.5), the words

> ${text.slice(from, to).replaceAll('\n', ' ')}

become, with \`--to jsonl\`, this record and its speaker (of whose mentions two are shown):

\`\`\`json
${folded(quotation)}

${folded(actor && { ...actor, mentions: actor.mentions.slice(0, 2) })}
\`\`\``,
);
