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

spawnSync(process.execPath, [main, 'ingest', '--archive', archive, 'examples/*.txt'], { cwd: root, stdio: ['ignore', 'ignore', 2] });
const server = spawn(process.execPath, [main, 'serve', '--archive', archive, '--port', '0', '--workers', '1'], { cwd: root });
const address = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
const browser = await chromium.launch({
  executablePath: process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
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
