import { expect, test } from 'vitest';
import { expectWhole, visit } from './person.ts';
import { atThePage } from './served.ts';

const patience = { timeout: 30_000 };
// The network is drawn by WebGL, here without a graphics card.
const site = atThePage(['--enable-unsafe-swiftshader']);

/** What Chromium says of drawing without a graphics card is nothing that the page could mend. */
const own = (complaints: readonly string[]): readonly string[] => complaints.filter((one) => !/GL Driver Message|WebGL/.test(one));

test('the network is drawn, and its table leads by keyboard to one person’s ties and to the events', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.getByRole('link', { name: 'Network' }).click();
  await page.locator('.edges tbody tr').first().waitFor();
  await page.locator('.network-frame[data-drawn="true"] canvas').first().waitFor();
  // Something is drawn: pixels that are no ground.
  const inked = await page.locator('.network-frame').screenshot();
  expect(inked.length).toBeGreaterThan(10_000);
  await expectWhole(page);
  const all = await page.locator('.edges tbody tr').count();
  const person = page.locator('.edges tbody button').first();
  const name = (await person.textContent()) ?? '?';
  await person.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.edges tbody tr').count(), patience).toBeLessThan(all);
  for (const row of await page.locator('.edges tbody th').allTextContents()) expect(row).toContain(name);
  expect(await page.getByRole('status').textContent()).toBe(`Only ties of ${name} are shown.`);
  expect(await page.getByLabel('Ties of').locator('option:checked').textContent()).toContain(name);

  const count = page.locator('.edges tbody td a').first();
  const events = Number(await count.textContent());
  await count.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Search the archive' }).waitFor();
  await expect.poll(() => page.locator('.hit').count(), patience).toBe(events);
  expect(own(complaints)).toEqual([]);
  await page.context().close();
});

test('where nothing can be drawn the table says so and has it all', async () => {
  const { page } = await visit(site.browser, site.address, 360, 'dark');
  await page.addInitScript(`HTMLCanvasElement.prototype.getContext = () => null`);
  await page.goto(`${site.address}/?again#/network`);
  await page.getByText('This browser cannot draw the network').waitFor();
  expect(await page.locator('.edges tbody tr').count()).toBeGreaterThan(10);
  await expectWhole(page);
  await page.context().close();
});

test('the map has every place, and the list beside it leads to the events there', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600, 'dark');
  await page.getByRole('link', { name: 'Map' }).click();
  await page.locator('.map-land').waitFor();
  const places = page.locator('.map-list li');
  expect(await page.locator('.map-place').count()).toBe(await places.count());
  expect((await page.locator('.map-land').getAttribute('d'))?.length).toBeGreaterThan(10_000);
  await expectWhole(page);
  const third = places.nth(2);
  await third.locator('a').focus();
  expect(await page.locator('.map-place.pointed').count()).toBe(1);
  expect(await page.locator('.map-name').allTextContents()).toEqual([await third.locator('strong').textContent()]);
  const before = await page.locator('.map-place').first().getAttribute('cx');
  await page.getByRole('button', { name: 'Nearer' }).press('Enter');
  await expect.poll(() => page.locator('.map-place').first().getAttribute('cx'), patience).not.toBe(before);
  // A place in the picture leads to its line.
  await page.locator('.map-place').last().click({ force: true });
  await expect.poll(() => page.evaluate(`document.activeElement.closest('.map-list') !== null`), patience).toBe(true);

  const events = Number((await third.locator('.count').textContent())?.replace(/\D/g, ''));
  await third.locator('a').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Search the archive' }).waitFor();
  await expect.poll(() => page.locator('.hit').count(), patience).toBe(events);
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto(`${site.address}/#/map?type=ASSAULT`);
  await page.locator('.map-land').waitFor();
  await expect.poll(() => places.count(), patience).toBeGreaterThan(0);
  await expectWhole(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('claims stand beside their denials, each with the way to its article', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.getByRole('link', { name: 'Claims' }).click();
  const pairs = page.locator('.pair');
  await pairs.first().waitFor();
  await expectWhole(page);
  const claim = pairs.first().locator('.side.claim');
  const words = (await claim.locator('.words').textContent()) ?? '?';
  expect(words.length).toBeGreaterThan(10);
  await claim.getByRole('link').click();
  await page.locator('.article-text .active').first().waitFor();
  // The record is chosen, and its words stand in the article.
  const record = new URLSearchParams(page.url().split('?')[1]).get('record');
  await page.locator(`[data-card="${record}"].active`).waitFor();
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const text = await page.locator('.article-text').evaluate((article) => {
    const copy = article.cloneNode(true);
    for (const reference of copy.querySelectorAll('.reference')) reference.remove();
    return String(copy.textContent);
  });
  expect(squeezed(text)).toContain(squeezed(words).slice(0, 15));
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto(`${site.address}/#/claims?words=zeppelin`);
  await page.getByText('No denial of a claim was found.').waitFor();
  await expectWhole(page);
  await page.goto(`${site.address}/#/claims`);
  await pairs.first().waitFor();
  await expectWhole(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a quotation tells where it was printed first', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 360, 'dark');
  await page.goto(`${site.address}/#/search?words=impeachment&record=quotation`);
  await page.locator('.hit .about a').first().click();
  const card = page.locator('.card.active');
  await card.waitFor();
  await card.getByRole('button', { name: /^Where printed/ }).press('Enter');
  await card.locator('.print').first().waitFor();
  expect(await card.locator('.change').first().textContent()).toBe('first printed');
  expect(await card.locator('.lineage .note').textContent()).toMatch(/^\d+ printings?, \d+ independent origins?/);
  await expectWhole(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});
