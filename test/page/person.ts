import axe from 'axe-core';
import type { Browser, ConsoleMessage, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Scheme = 'light' | 'dark';

/** A page that remembers everything that went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export async function visit(browser: Browser, address: string, width: number, scheme: Scheme = 'light'): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 760 : 1000 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  // Nothing is asked of any other server, by the page or by what it shows.
  const foreign = (url: string) => !url.startsWith(address) && !url.startsWith('data:');
  page.on('response', (response) => {
    if (foreign(response.url())) complaints.push(`asked ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What the policy refuses never leaves the browser; anything else that failed did, or tried to.
    if (foreign(request.url()) && !/csp|BLOCKED/i.test(request.failure()?.errorText ?? '')) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds in all its rules, best practice among them. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const found = (await page.evaluate(`axe.run(document, { iframes: false, resultTypes: ['violations'] })`)) as {
    violations: readonly Violation[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** The view is whole: nothing found by axe, nothing wider than the window. */
export async function expectWhole(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

export const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the element has the focus, as somebody without a mouse must. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Not reached by 60 presses of ${key}: ${wanted}`);
}

/** Whether the focus can be seen: an outline around the element that has it. */
export const focusOutline = (page: Page): Promise<string> =>
  page.evaluate('getComputedStyle(document.activeElement).outlineStyle') as Promise<string>;
