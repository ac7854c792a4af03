import { expect, test } from 'vitest';
import { expectWhole, hasFocus, visit } from './person.ts';
import { atThePage } from './served.ts';

const patience = { timeout: 60_000 };
const site = atThePage();

test('a sample is drawn, judged by keys, counted, gone on with, and forgotten', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600);
  await page.getByRole('link', { name: 'Trust card' }).click();
  const form = page.getByRole('form', { name: 'Draw a sample' });
  await form.getByLabel('Records to draw').fill('6');
  await form.getByLabel('Of what').selectOption('quotation');
  await form.getByLabel('Spread evenly over').selectOption('outlet');
  await expectWhole(page);
  await form.getByRole('button', { name: 'Draw' }).press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: /^Number \d+ of 6$/ });
  await heading.waitFor();
  const number = async () => (await heading.textContent())?.trim();
  await page.locator('.passage mark').first().waitFor();
  // The words stand in the article as the record has them, and the hostile outlet is only words.
  const words = (await page.locator('.judged .words').textContent()) ?? '?';
  expect(words.replace(/\s+/g, ' ')).toContain(
    ((await page.locator('.passage mark').first().textContent()) ?? '!').replace(/\s+/g, ' ').slice(0, 30),
  );
  await expectWhole(page);

  for (const [key, next] of [
    ['y', 2],
    ['y', 3],
    ['n', 4],
    ['i', 5],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(number, patience).toBe(`Number ${next} of 6`);
    expect(await hasFocus(heading)).toBe(true);
  }
  const card = page.locator('.trust-card');
  expect(await card.locator('.trust-all').textContent()).toMatch(/^\d+\u00a0%.*2 of 3, 1 unsure$/);
  await page.keyboard.press('k');
  await expect.poll(number, patience).toBe('Number 4 of 6');
  const unsure = page.getByRole('button', { name: /I cannot tell/ });
  expect(await unsure.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('n');
  await expect.poll(() => card.locator('.trust-all').textContent(), patience).toMatch(/2 of 4$/);
  await expectWhole(page);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectWhole(page);

  // Another visit goes on where this one stopped.
  await page.reload();
  await expect.poll(number, patience).toBe('Number 5 of 6');
  await page.getByRole('link', { name: 'All samples' }).click();
  await page.locator('.samples li').first().waitFor();
  expect(await page.locator('.samples').textContent()).toContain('4 of 6 judged');
  await page.getByRole('heading', { level: 2, name: 'Everything judged in this archive' }).waitFor();
  await expectWhole(page);
  await page.getByRole('button', { name: /^Forget sample/ }).press('Enter');
  await page.getByText('None yet.').waitFor();
  expect(await page.evaluate('globalThis.broken')).toBeUndefined();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what cannot be drawn is told', async () => {
  const { page } = await visit(site.browser, site.address, 360, 'dark');
  await page.goto(`${site.address}/#/trust`);
  await page.getByRole('textbox', { name: 'Outlet' }).fill('zeppelin');
  await page.getByRole('button', { name: 'Draw' }).press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain('READOUT_USAGE');
  await expectWhole(page);
  await page.goto(`${site.address}/#/trust/99`);
  await expect.poll(() => page.getByRole('alert').textContent(), patience).toContain('READOUT_SAMPLE_NOT_FOUND');
  await page.context().close();
});

test('what was read is kept, stands in the ledger, and says why of its places and times', async () => {
  const { page, complaints } = await visit(site.browser, site.address, 1600, 'dark');
  const text =
    '“We will not go,” President Donald Trump said in Washington on Tuesday. The <img src=x onerror=top.broken=1> minister accused Iran on Monday.';
  await page.getByLabel('Article: text, HTML, or an address').fill(text);
  await page.getByLabel('Title, if it is not in the text').fill('<script>top.broken=1</script>');
  await page.getByLabel('Published, so that').fill('2020-01-15');
  await page.getByRole('button', { name: 'Read', exact: true }).press('Enter');
  const keep = page.getByRole('button', { name: 'Keep in the archive' });
  await keep.waitFor();
  await expectWhole(page);
  await keep.press('Enter');
  const kept = page.getByRole('link', { name: 'open it in the archive' });
  await kept.waitFor();
  expect(await page.locator('.kept').textContent()).toMatch(/Kept:/);
  await expectWhole(page);
  await kept.press('Enter');
  await page.getByRole('tab', { name: 'Where it came from' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('<script>top.broken=1</script>');

  await page.getByRole('tab', { name: 'Places, times, names' }).click();
  for (const part of ['Places', 'Times']) {
    const line = page.getByRole('region', { name: part }).getByRole('listitem').first();
    await line.getByRole('button', { name: /^Why/ }).press('Enter');
    await line.locator('.why-body dt').first().waitFor();
    expect(await line.locator('.why-body dd code').first().textContent()).toMatch(/^[a-z]+:/);
  }
  expect(await page.getByRole('region', { name: 'Names' }).textContent()).toContain('Donald Trump');
  await expectWhole(page);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectWhole(page);

  await page.goto(`${site.address}/#/ledger`);
  const rows = page.locator('.ledger-table tbody tr');
  await rows.first().waitFor();
  expect(await rows.first().locator('td').allTextContents()).toEqual(['1', '1', '0', '0', '0', '0']);
  expect(await rows.last().locator('td').allTextContents()).toEqual(['11', '11', '0', '0', '0', '0']);
  await expectWhole(page);

  // What cannot be read is skipped, and the ledger says why in the words of the docs.
  await page.evaluate(
    `fetch('/api/ingest', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ documents: [{ text: ' ' }] }) })`,
  );
  await expect
    .poll(async () => {
      await page.reload();
      await rows.first().waitFor();
      return page.locator('.skipped').count();
    }, patience)
    .toBe(1);
  await page.getByText('The file or text has no character but white space.').waitFor();
  expect(await page.locator('.skipped').textContent()).toContain('READOUT_INPUT_EMPTY');
  await expectWhole(page);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await expectWhole(page);
  expect(await page.evaluate('globalThis.broken')).toBeUndefined();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the API’s page is readable in both schemes and widths, without scripts', async () => {
  for (const [width, scheme] of [
    [1600, 'light'],
    [360, 'dark'],
  ] as const) {
    const { page, complaints } = await visit(site.browser, site.address, width, scheme);
    await page.getByRole('link', { name: 'API' }).click();
    await page.getByRole('heading', { level: 1, name: 'Readout: the API' }).waitFor();
    await page
      .getByText(/^Parameters/)
      .first()
      .click();
    await expectWhole(page);
    await page.getByRole('link', { name: 'SearchPage' }).first().click();
    expect(page.url()).toContain('#schema-SearchPage');
    expect(await page.locator('script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});
