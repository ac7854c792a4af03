import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shortcuts } from '../../web/src/keys/shortcuts.ts';
import { expectWhole, hasFocus, tabTo, visit } from './person.ts';
import { atThePage } from './served.ts';

const patience = { timeout: 30_000 };
const site = atThePage();

const countOf = async (page: Page, tab: string): Promise<number> =>
  Number((await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).textContent())?.replace(/\D/g, ''));

/** To an article by a search, as one gets there. */
async function open(page: Page, words: string): Promise<void> {
  await page.goto(`${site.address}/#/search?words=${words}&record=quotation`);
  await page.locator('.hit .about a').first().click();
  await page.locator('.article-text .active').first().waitFor();
}

test('a record is accepted, corrected and rejected by keys alone, and undone', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await open(page, 'impeachment');
  const card = page.locator('.card.active');
  const id = (await card.getAttribute('data-card')) ?? '?';
  const own = page.locator(`#card-${id}`);
  await page.keyboard.press('a');
  await own.getByRole('button', { name: /^Accepted/ }).waitFor();
  expect(await page.getByRole('status').textContent()).toMatch(/^Kept: Quotation \d+: right as it stands/);
  await expectWhole(page);
  await page.keyboard.press('u');
  await own.getByRole('button', { name: /^Accept:/ }).waitFor();

  // Another speaker, a flag, and why.
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: /^Correct quotation/ });
  await form.waitFor();
  expect(await hasFocus(form.getByLabel('From the article'))).toBe(true);
  await expectWhole(page);
  for (const away of await form.getByRole('button', { name: /take away/ }).all()) await away.press('Enter');
  await form.getByLabel('Or somebody else, by name').fill('Ann <b>Lee</b>');
  await page.keyboard.press('Enter');
  await form.getByLabel('hedged').press(' ');
  await form.getByLabel('Why (kept with it)').fill('<img src=x onerror=alert(1)>');
  await page.keyboard.press('Enter');
  await expect.poll(() => own.locator('.speaker').textContent(), patience).toContain('Ann <b>Lee</b>');
  expect(await own.locator('.tags').textContent()).toContain('hedged');
  expect(await own.locator('.kept-line').allTextContents()).toEqual([
    expect.stringContaining('said by Ann <b>Lee</b>'),
    expect.stringContaining('hedged'),
  ]);
  expect(await hasFocus(own)).toBe(true);
  await expectWhole(page);
  await own.getByRole('button', { name: /^Undo: .*said by/ }).click();
  await expect.poll(() => own.locator('.speaker').textContent(), patience).not.toContain('Ann');

  // Rejected: it is gone, its neighbour has the focus, and the list under the records has the way back.
  const before = await countOf(page, 'Quotations');
  await own.focus();
  await page.keyboard.press('x');
  await expect.poll(() => countOf(page, 'Quotations'), patience).toBe(before - 1);
  expect(await own.count()).toBe(0);
  await expect.poll(() => page.evaluate(`document.activeElement.classList.contains('card')`), patience).toBe(true);
  const out = page.getByRole('region', { name: 'Taken out by you' });
  expect(await out.textContent()).toContain('no quotation');
  await expectWhole(page);
  await out.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => countOf(page, 'Quotations'), patience).toBe(before);

  // The list of all.
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: 'Corrections' }).waitFor();
  await expect.poll(() => page.locator('.corrections > li').count(), patience).toBe(1);
  expect(await page.locator('.corrections').textContent()).toContain('<img src=x onerror=alert(1)>');
  await expectWhole(page);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectWhole(page);
  await page.locator('.corrections').getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('None yet.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an event gets another type, actor and flag, in the narrow view and the dark', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 360, 'dark');
  await open(page, 'Soleimani');
  await page.getByRole('tab', { name: /^Events/ }).click();
  await page.keyboard.press('j');
  const row = page.locator('tr.event').first();
  await expect.poll(() => hasFocus(row), patience).toBe(true);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Correct event 1' });
  const type = form.getByLabel('Type');
  const other = (await type.inputValue()) === 'AID' ? 'SANCTION' : 'AID';
  await type.selectOption(other);
  const happened = form.getByLabel('did not happen');
  const negated = await happened.isChecked();
  await happened.press(' ');
  await expectWhole(page);
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect.poll(() => row.locator('.type').textContent(), patience).toContain(other.toLowerCase());
  expect(await row.locator('.kept-line').count()).toBe(2);
  await expect.poll(async () => (await row.locator('.tags').allTextContents()).join().includes('did not happen'), patience).toBe(!negated);
  await expectWhole(page);
  for (let left = 2; left > 0; left--) {
    await page.keyboard.press('u');
    await expect.poll(() => row.locator('.kept-line').count(), patience).toBe(left - 1);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a person is renamed, merged and split, and all of it undone', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600, 'dark');
  await page.goto(`${site.address}/#/search?words=impeachment&record=quotation&speaker=Pelosi`);
  await page.locator('.hit .about a').first().click();
  await page.locator('.card.active .speaker a').click();
  const heading = page.getByRole('heading', { level: 1 });
  await page.locator('.chart svg').waitFor();
  const name = (await heading.textContent()) ?? '?';
  const links = await page.locator('.links > li').count();

  await page.keyboard.press('e');
  const rename = page.getByRole('form', { name: 'Give another name' });
  await rename.waitFor();
  await expectWhole(page);
  await page.keyboard.type('Speaker <i>Pelosi</i>');
  await page.keyboard.press('Enter');
  await expect.poll(() => heading.textContent(), patience).toBe('Speaker <i>Pelosi</i>');
  expect(await hasFocus(page.getByRole('button', { name: 'Rename…' }))).toBe(true);
  await page.keyboard.press('u');
  await expect.poll(() => heading.textContent(), patience).toBe(name);

  await page.keyboard.press('m');
  const merge = page.getByRole('form', { name: 'Merge with another person' });
  await merge.getByLabel('Words of the other’s name').fill('Trump');
  const other = merge.getByRole('radio').first();
  await other.waitFor();
  await other.press(' ');
  await expectWhole(page);
  await merge.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect.poll(() => page.locator('.links > li').count(), patience).toBeGreaterThan(links);
  expect(await heading.textContent()).toBe(name);
  expect(await page.locator('.links').textContent()).toContain('Trump');

  await page.keyboard.press('s');
  const split = page.getByRole('form', { name: 'Split off another person' });
  const merged = await page.locator('.links > li').count();
  await split.getByRole('checkbox').first().press(' ');
  await expectWhole(page);
  await split.getByRole('button', { name: 'Split off' }).press('Enter');
  await expect.poll(() => page.locator('.links > li').count(), patience).toBe(merged - 1);
  await page.goto(`${site.address}/#/corrections`);
  await expect.poll(() => page.locator('.corrections > li').count(), patience).toBe(2);
  await page.locator('.corrections').getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => page.locator('.corrections > li').count(), patience).toBe(1);
  await page.locator('.corrections').getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByText('None yet.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the help lists every key, is closed by Escape, and turns single keys off', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await dialog.waitFor();
  expect(await dialog.locator('dt').count()).toBe(shortcuts.flatMap(({ list }) => list).length);
  await expectWhole(page);
  await dialog.getByLabel('Single keys act').press(' ');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  expect(await dialog.count()).toBe(0);
  expect(page.url()).not.toContain('search');
  const button = page.getByRole('button', { name: /^Keyboard/ });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Single keys act').press(' ');
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(button), patience).toBe(true);
  // What is written is written.
  await page.getByLabel('Article: text, HTML, or an address').focus();
  await page.keyboard.type('gs?/');
  expect(await page.getByLabel('Article: text, HTML, or an address').inputValue()).toBe('gs?/');
  await button.focus();
  await page.keyboard.press('/');
  await expect.poll(() => hasFocus(page.getByLabel('Words in the record')), patience).toBe(true);
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await expectWhole(page);
  await page.getByRole('link', { name: 'Corrections', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Corrections' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Views' }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});
