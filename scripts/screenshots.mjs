// `node scripts/screenshots.mjs [VIEW…]`: the page over an archive of examples/, in two widths, light and dark, into docs/screenshots/. Needs Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';

const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'readout-screenshots-'));
const archive = join(folder, 'examples.db');
const into = join(root, 'docs/screenshots');
const only = process.argv.slice(2);
mkdirSync(into, { recursive: true });

// A picture and a table too, which are no articles: the ledger has something to tell.
spawnSync(
  process.execPath,
  [main, 'ingest', '--archive', archive, 'examples/*.txt', 'docs/screenshots/start-360-dark.png', 'package.json'],
  { cwd: root, stdio: ['ignore', 'ignore', 2] },
);
const server = spawn(process.execPath, [main, 'serve', '--archive', archive, '--port', '0', '--workers', '1'], { cwd: root });
const address = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
const browser = await chromium.launch({
  executablePath: process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium',
  // The network is drawn by WebGL, here without a graphics card.
  args: ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader'],
});

/** One entry a view: how to get there from the start. */
const views = {
  start: () => undefined,
  read: async (page) => {
    await page.getByRole('button', { name: 'Try it with an example' }).click();
    await page.locator('.reference').nth(5).click();
  },
  events: async (page) => {
    await page.getByRole('button', { name: 'Try it with an example' }).click();
    await page.getByRole('tab', { name: /^Events/ }).click();
    await page.locator('#card-e6').scrollIntoViewIfNeeded();
    await page.locator('#card-e4').getByRole('button', { name: 'Why' }).click();
  },
  search: async (page) => {
    await page.goto(`${address}/#/search?words=president`);
    await page.locator('.hit').first().waitFor();
  },
  document: async (page) => {
    await page.goto(`${address}/#/search?words=impeachment&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.locator('.article-text .active').first().waitFor();
  },
  original: async (page) => {
    await page.goto(`${address}/#/search?words=impeachment&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.getByRole('tab', { name: 'Original page' }).click();
    await page.frameLocator('iframe').locator('#readout-1').waitFor();
  },
  person: async (page) => {
    await page.goto(`${address}/#/search?speaker=Trump&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.locator('.card.active .speaker a').click();
    await page.locator('.chart svg').waitFor();
  },
  timeline: async (page) => {
    await page.goto(`${address}/#/timeline`);
    await page.locator('.chart svg').waitFor();
  },
  facts: async (page) => {
    await page.goto(`${address}/#/search?words=impeachment&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.getByRole('tab', { name: /^Places/ }).click();
    await page.locator('.facts').getByRole('button', { name: 'Why' }).first().click();
    await page.locator('.why-body dt').first().waitFor();
  },
  correct: async (page) => {
    await page.goto(`${address}/#/search?words=impeachment&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.locator('.article-text .active').first().waitFor();
    if ((await page.getByRole('button', { name: /^Accepted/ }).count()) === 0) await page.keyboard.press('a');
    await page.getByRole('button', { name: /^Accepted/ }).waitFor();
    await page.keyboard.press('p');
    await page.locator('.print').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('.correct-form').waitFor();
  },
  merge: async (page) => {
    await page.goto(`${address}/#/search?speaker=Trump&record=quotation`);
    await page.locator('.hit .about a').first().click();
    await page.locator('.card.active .speaker a').click();
    await page.locator('.chart svg').waitFor();
    await page.keyboard.press('m');
    await page.getByLabel('Words of the other’s name').fill('United');
    await page.getByRole('radio').first().click();
  },
  corrections: async (page) => {
    const asked = async (path, body) => {
      const sent = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
      return (await fetch(`${address}/api/${path}`, sent)).json();
    };
    if ((await asked('corrections')).items.length < 4) {
      const { items } = await asked('search?limit=12');
      const event = items.find(({ sort }) => sort === 'event');
      const quotation = items.find(({ sort }) => sort === 'quotation');
      const [person] = (await asked('actors?kind=person')).items;
      await asked('corrections', { what: 'flags', record: event.id, flags: { future: true }, note: 'it is only announced' });
      await asked('corrections', { what: 'reject', record: quotation.id, note: 'a headline' });
      await asked('corrections', { what: 'rename', person: person.id, name: `${person.name} (the elder)` });
    }
    await page.goto(`${address}/#/corrections`);
    await page.locator('.corrections li').first().waitFor();
  },
  help: async (page) => {
    await page.keyboard.press('?');
  },
  network: async (page) => {
    await page.goto(`${address}/#/network`);
    await page.locator('[data-drawn="true"]').waitFor();
    await page.waitForTimeout(1500);
  },
  map: async (page) => {
    await page.goto(`${address}/#/map`);
    await page.locator('.map-land').waitFor();
    await page.locator('.map-list a').first().waitFor();
  },
  claims: async (page) => {
    await page.goto(`${address}/#/claims`);
    await page.locator('.pair').first().waitFor();
  },
  judging: async (page) => {
    await page.goto(`${address}/#/trust`);
    await page.getByLabel('Spread evenly over').selectOption('type');
    await page.getByRole('button', { name: 'Draw' }).click();
    await page.locator('.passage').waitFor();
    const at = page.locator('.judging h2');
    for (const key of 'yyyynyyiyyyn') {
      const before = await at.textContent();
      await page.keyboard.press(key);
      await page.waitForFunction((told) => document.querySelector('.judging h2')?.textContent !== told, before);
    }
    await page.locator('.passage').waitFor();
  },
  trust: async (page) => {
    await page.goto(`${address}/#/trust`);
    await page.locator('.trust-card').waitFor();
  },
  kept: async (page) => {
    await page.getByRole('button', { name: 'Try it with an example' }).click();
    await page.getByRole('button', { name: 'Keep in the archive' }).click();
    await page.locator('.kept').waitFor();
  },
  ledger: async (page) => {
    await page.goto(`${address}/#/ledger`);
    await page.locator('.skipped dd').first().waitFor();
  },
  api: async (page) => {
    await page.goto(`${address}/api/docs`);
  },
};

for (const colorScheme of ['light', 'dark'])
  for (const width of [1600, 360])
    for (const [name, go] of Object.entries(views)) {
      if (only.length > 0 && !only.includes(name)) continue;
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 760 : 1000 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(address);
      await go(page);
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(into, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
    }
await browser.close();
server.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
