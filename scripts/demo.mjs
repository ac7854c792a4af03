// `npm run demo`: sets everything up, reads the bundled articles, prints their readings, says what was read, and ends.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensurePage, install, root } from './setup.mjs';

install();
build();
ensurePage();

const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { openEngine, picture, readBytes } = await load('index.js');
const { colourWanted, terminalWidth } = await load('cli/screen.js');
const { complain } = await load('cli/complaint.js');

const width = terminalWidth();
const colour = colourWanted();
const names = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.txt'))
  .sort();
const total = { articles: 0, words: 0, quotations: 0, spoken: 0, events: 0 };
const start = performance.now();

try {
  const engine = await openEngine({});
  for (const name of names) {
    const uri = `examples/${name}`;
    for await (const result of readBytes(readFileSync(join(root, uri)), { input: { id: name, uri, record: null } })) {
      if ('error' in result) throw result.error;
      const { reading } = await engine.read(result.document, { why: false });
      process.stdout.write(`${picture(reading, { view: 'quotations', width, colour })}\n\n`);
      const said = reading.quotations.filter(({ stance }) => stance !== 'intent');
      total.articles++;
      total.words += reading.document.text.split(/\s+/).filter(Boolean).length;
      total.quotations += said.length;
      total.spoken += said.filter(({ speaker }) => speaker !== null).length;
      total.events += reading.events.length;
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${'─'.repeat(width)}
Read ${total.articles} Wikinews articles of ${total.words} words in ${seconds} s, the start of the model included:
${total.quotations} quotations, ${total.spoken} of them with their speaker, and ${total.events} events.
The articles are by Wikinews contributors, CC BY 2.5; examples/README.md names each.

The same for yours:  node dist/cli/main.js read article.html
As a timeline:       node dist/cli/main.js read --view timeline examples/soleimani-killed.txt
Why it thinks so:    node dist/cli/main.js read --why examples/soleimani-killed.txt
All flags:           node dist/cli/main.js read --help`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
