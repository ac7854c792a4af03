import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectWhole, focusOutline, hasFocus, tabTo, visit } from './person.ts';
import { atThePage } from './served.ts';

const article = readFileSync('examples/pelosi-impeachment.txt', 'utf8');
const patience = { timeout: 30_000 };
const site = atThePage();

test('somebody pastes an article, without a mouse, and sees it read', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
  expect(await focusOutline(page)).toBe('solid');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await expectWhole(page);

  await tabTo(page, page.getByLabel('Article: text, HTML, or an address'));
  await page.keyboard.insertText(article);
  await page.keyboard.press('Control+Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await page.locator('.article-text').waitFor();
  expect(await heading.textContent()).toContain('Pelosi');
  expect(await page.getByRole('status').textContent()).toMatch(/^Read: \d+ quotations and \d+ events\.$/);
  expect(await hasFocus(heading)).toBe(true);
  await expectWhole(page);

  // The text on the page is the text that was given.
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const shown = await page.locator('.article-text').evaluate((text) => {
    const copy = text.cloneNode(true);
    for (const reference of copy.querySelectorAll('.reference')) reference.remove();
    return String(copy.textContent);
  });
  expect(squeezed(shown)).toBe(squeezed(article));

  // From a number in the text to the card, from the card to its words, and why.
  const reference = page.locator('.reference').first();
  await tabTo(page, reference);
  const record = await reference.getAttribute('data-record');
  await page.keyboard.press('Enter');
  const card = page.locator(`#card-${record}`);
  await expect.poll(() => hasFocus(card), patience).toBe(true);
  await tabTo(page, card.getByRole('button', { name: 'Why?' }));
  expect(await page.locator(`.article-text .active[data-r~="${record}"]`).count()).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  expect(await card.locator('.why-body dt').first().textContent()).not.toBe('');
  await expectWhole(page);

  // Events by the arrow keys.
  await tabTo(page, page.getByRole('tab', { name: /^Quotations/ }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const events = page.getByRole('tab', { name: /^Events/ });
  expect(await events.getAttribute('aria-selected')).toBe('true');
  expect(`Events ${await page.locator('tr.event').count()}`).toBe(await events.textContent());
  await expectWhole(page);
  expect(complaints).toEqual([]);
});

test('pointing at words lights their record, and a filter leaves only one person’s', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600, 'dark');
  await page.getByRole('button', { name: 'Try it with an example' }).click();
  const words = page.locator('.article-text .content').first();
  await words.hover();
  const record = (await words.getAttribute('data-r'))?.split(' ')[0];
  await page.locator(`.card.pointed#card-${record}`).waitFor();

  const before = await page.locator('.card').count();
  const person = page.getByLabel('Person');
  const option = person.locator('option').nth(1);
  const name = ((await option.textContent()) ?? '').replace(/ \(\d+\)$/, '');
  await person.selectOption({ index: 1 });
  const after = page.locator('.card');
  expect(await after.count()).toBeGreaterThan(0);
  expect(await after.count()).toBeLessThan(before);
  for (const speaker of await after.locator('.speaker').allTextContents()) expect(speaker).toContain(name);
  expect(await page.getByRole('status').textContent()).toContain(`${await after.count()} quotations`);
  const lit = await page.locator('.article-text .reference').allTextContents();
  expect(lit).toEqual(await after.locator('.number').allTextContents());
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(await after.count()).toBe(before);
  await page.getByRole('tab', { name: 'People' }).click();
  await expectWhole(page);
  expect(complaints).toEqual([]);
});

test('a file is dropped or chosen, and what cannot be read is told', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 360, 'dark');
  await expectWhole(page);
  const file = (name: string, words: string) =>
    page.evaluateHandle(
      ([called, content]) => {
        const DataTransferOf = globalThis as unknown as { DataTransfer: new () => { items: { add(file: File): void } } };
        const transfer = new DataTransferOf.DataTransfer();
        transfer.items.add(new File([content ?? ''], called ?? ''));
        return transfer;
      },
      [name, words],
    );
  await page.locator('form.article-form').dispatchEvent('drop', { dataTransfer: await file('empty.txt', ' ') });
  const alert = page.getByRole('alert');
  expect(await alert.textContent()).toContain('READOUT_');
  await expectWhole(page);

  await page
    .getByLabel('A text or HTML file')
    .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: readFileSync('test/fixtures/page-hostile.html') });
  await page.locator('.card').first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<img src=x onerror="top.broken=1">');
  expect(await page.locator('main img, main script, main iframe, main svg').count()).toBe(0);
  await expectWhole(page);
  await page.getByRole('tab', { name: /^Events/ }).click();
  await expectWhole(page);
  expect(await page.evaluate('globalThis.broken')).toBeUndefined();
  // The refusal of the empty file is told by the browser too.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

test('a search counts, narrows, goes on, and leads to the words and to the original page', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.locator('.hit').first().waitFor();
  const hits = page.locator('.hit');
  expect(await hits.count()).toBe(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => hits.count(), patience).toBeGreaterThan(20);
  const ids = await hits.locator('code').allTextContents();
  expect(new Set(ids).size).toBe(ids.length);
  expect(await page.evaluate(`[...document.querySelectorAll('.hit')].indexOf(document.activeElement.closest('.hit'))`)).toBe(20);
  await expectWhole(page);

  // A count is the number of records that are then found.
  await page.getByLabel('Words in the record').fill('president');
  await page.keyboard.press('Enter');
  await page.locator('.hit:has(mark)').first().waitFor();
  expect(await page.locator('.hit:not(:has(mark))').count()).toBe(0);
  for (const hit of await hits.locator('.words').allTextContents()) expect(hit.toLowerCase()).toContain('president');
  const quotations = page.getByRole('navigation', { name: 'Narrow the search' }).getByRole('link', { name: /^quotations/ });
  const counted = Number((await quotations.textContent())?.replace(/\D/g, ''));
  await quotations.click();
  await expect.poll(() => hits.count(), patience).toBe(counted);
  await page.getByRole('link', { name: /^Record: quotation/ }).click();
  await expect.poll(() => hits.count(), patience).not.toBe(counted);

  await page.getByLabel('Words in the record').fill('franc');
  await page.keyboard.press('Enter');
  const hit = page.locator('.hit:has(.content)', { hasText: 'Gazette' }).first();
  const found = (await hit.locator('.words').textContent()) ?? '';
  await hit.locator('.about a').click();
  await page.locator('.article-text .active').first().waitFor();
  expect(found).toContain(await page.locator('.article-text .active.content').first().textContent());
  await expectWhole(page);

  expect(complaints).toEqual([]);
  // The original page: lit, dead, of no origin.
  await page.locator('.card.active').getByRole('button', { name: 'Original page' }).click();
  const frame = page.frameLocator('iframe');
  await frame.locator('#readout-1').waitFor();
  expect(found).toContain(((await frame.locator('#readout-1').textContent()) ?? '?').slice(0, 20));
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
  expect(await frame.locator('title').textContent()).not.toContain('script ran');
  expect(await page.evaluate(`document.querySelector('iframe').contentDocument`)).toBeNull();
  await expectWhole(page);
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await expectWhole(page);
  expect(await page.evaluate('globalThis.broken')).toBeUndefined();
  // Nothing but the browser's own words that it held the original page's scripts and requests back.
  expect(complaints.filter((one) => !/^Blocked script execution|Content Security Policy/.test(one))).toEqual([]);
});

test('from a speaker to the person, and from there to the timeline', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600, 'dark');
  await page.goto(`${site.address}/#/search?words=impeachment&record=quotation&speaker=Pelosi`);
  await page.locator('.hit .about a').first().click();
  const speaker = page.locator('.card.active .speaker a');
  const name = await speaker.textContent();
  await speaker.click();
  await page.getByRole('heading', { level: 1, name: name ?? '?' }).waitFor();
  await page.locator('.hit').first().waitFor();
  for (const said of await page.locator('.hit .hit-head strong').allTextContents()) expect(said).toContain(name);
  await page.locator('.chart svg').waitFor();
  await expectWhole(page);

  await page.getByRole('link', { name: /on the timeline$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
  await page.locator('.chart svg').waitFor();
  const dates = await page.locator('.moments time').allTextContents();
  expect(dates).toEqual([...dates].sort());
  expect(dates.length).toBeGreaterThan(0);
  expect(await page.locator('.chart svg path').count()).toBeGreaterThan(0);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectWhole(page);
  expect(complaints).toEqual([]);
});

test('addresses that lead nowhere are told', async () => {
  const { page } = await visit(site.browser, site.address, 360);
  await page.goto(`${site.address}/#/document/${'0'.repeat(12)}`);
  expect(await page.getByRole('alert').textContent()).toContain('READOUT_RECORD_NOT_FOUND');
  await expectWhole(page);
  await page.goto(`${site.address}/#/nonsense/%E0%A4%A`);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.goto(`${site.address}/#/search?speaker=who:0000&since=2020-99`);
  await page.getByRole('alert').waitFor();
  await expectWhole(page);
});
