import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './person.ts';
import { atThePage } from './served.ts';

const site = atThePage();

/** What the page asked the server to change. */
function changes(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') asked.push(`${request.method()} ${request.postData()}`);
  });
  return asked;
}

test('g and a key that is no place does nothing, and forgets g', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.goto(`${site.address}/#/search?words=impeachment&record=quotation`);
  await page.locator('.hit .about a').first().click();
  await page.locator('.card.active').waitFor();
  const asked = changes(page);
  const cards = await page.locator('.card').count();
  const at = page.url();
  for (const keys of ['g x', 'g a', 'g u', 'g Shift x', 'g Escape k']) for (const key of keys.split(' ')) await page.keyboard.press(key);
  // What a key clicks is clicked in the frame after it.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))');
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  expect(await page.locator('.card').count()).toBe(cards);
  expect(page.url()).toBe(at);
  // A key by itself acts again, and of two g the second counts.
  await page.keyboard.press('a');
  await page
    .locator('.card.active')
    .getByRole('button', { name: /^Accepted/ })
    .waitFor();
  await page.keyboard.press('u');
  await page
    .locator('.card.active')
    .getByRole('button', { name: /^Accept:/ })
    .waitFor();
  for (const key of ['g', 'g', 'k']) await page.keyboard.press(key);
  await page.getByRole('heading', { level: 1, name: 'Corrections' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
