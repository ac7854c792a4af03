import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { isElement, type PageNode } from '../../src/read/node.ts';
import { parsePage } from '../../src/read/page.ts';
import { litPage } from '../../src/serve/original/lit-page.ts';

const input = { id: null, uri: 'page.html', record: null };
const said = 'The minister said on Monday that talks with Kim would go on, and that nobody had told her otherwise.';
const page = (inner: string): string =>
  `<html><body><article><h1>Talks</h1><p>${said}</p>${inner}<p>${said} Again.</p></article></body></html>`;

describe('numeric references out of range', () => {
  test.each([
    ['&#0;', '\ufffd'],
    ['&#x0;', '\ufffd'],
    ['&#xD800;', '\ufffd'],
    ['&#xDFFF;', '\ufffd'],
    ['&#x110000;', '\ufffd'],
    ['&#1114112;', '\ufffd'],
    ['&#99999999999999999999;', '\ufffd'],
    ['&#x000000000000000000041;', 'A'],
    ['&#00000000000000000065;', 'A'],
    ['&#128;', '€'],
    ['&#147;', '“'],
    ['&#-1;', '&#-1;'],
    ['&#;', '&#;'],
    ['&#x;', '&#x;'],
  ])('%s is %j, as the standard has it', (reference, character) => {
    const source = page(`<p>She said a${reference}b to reporters in Paris on Monday.</p>`);
    const { text, origin } = readHtml(source, input);
    expect(text).toContain(`She said a${character}b to reporters`);
    expect(text.isWellFormed()).toBe(true);
    const at = text.indexOf(`a${character}b`) + 1;
    // Its place begins where it stands (of one that is thousands of digits long the beginning is told), and what follows it has its own.
    const placed = (offset: number) => origin?.find((one) => one.text <= offset && offset < one.text + one.length);
    const own = placed(at);
    const next = placed(at + character.length);
    expect(source.slice(own?.source, own?.sourceEnd)).toContain(reference.slice(0, 8));
    expect(source.charAt((next?.source ?? 0) + at + character.length - (next?.text ?? 0))).toBe('b');
  });

  test('one of 3,000 digits', () => {
    expect(readHtml(page(`<p>She said a&#x${'f'.repeat(3000)};b to reporters.</p>`), input).text).toContain(
      'She said a\ufffdb to reporters',
    );
  });
});

/** Markup that a browser reads one way at first and another way once it was written out and read again, or that breaks out of where it stands. */
const mutating = [
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg><foreignobject><p><style><!--</style></p><img src=x onerror=alert(1)>--></foreignobject></svg>',
  '<template><style></template><img src=x onerror=alert(1)>',
  '<textarea></p><p>a</textarea><img src=x onerror=alert(1)>',
  '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<a href="jav&#x09;ascript:alert(1)">He said so on Monday to all of them.</a>',
  '<p>x<!-- --!><img src=x onerror=alert(1)> --></p>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>',
  '<iframe><p>a</iframe><img src=x onerror=alert(1)>',
  '<p id="readout-1" style="x" onclick=alert(1)>a</p>',
  '<table><p>moved</p><tr><td>cell<p>He said it.</table>',
];

/** What a browser makes of markup, less the marks that light words (which in `<xmp>` are text, and stay text): names, attributes and texts in their order. */
function treeOf(html: string): string[] {
  const told: string[] = [];
  const walk = (node: PageNode): void => {
    if (isElement(node)) {
      const isMark = node.localName === 'mark' && node.getAttribute('style')?.startsWith('background:#ffe066') === true;
      if (!isMark)
        told.push(`<${node.localName} ${[...Array.from(node.attributes)].map(({ name, value }) => `${name}=${value}`).join(' ')}`);
    } else if (told.at(-1)?.startsWith('#') === true) told.push(`#${told.pop()?.slice(1) ?? ''}${node.textContent ?? ''}`);
    else told.push(`#${node.textContent ?? ''}`);
    for (const child of node.childNodes) walk(child);
  };
  walk(parsePage(html).document.documentElement);
  return told.map((one) => (one.startsWith('#') ? one.replaceAll(/<\/?mark[^>]*>/gu, '') : one));
}

describe('markup that changes when it is read again (mXSS)', () => {
  test.each(mutating)('lighting words adds marks and nothing else: %s', (inner) => {
    const source = page(inner);
    const { text } = readHtml(source, input);
    const words = [...text.matchAll(/\S+/gu)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
    const { html, lit } = litPage({ bytes: new TextEncoder().encode(source), uri: 'page.html', text, lit: words });
    expect(lit).toBeGreaterThan(10);
    expect(treeOf(html)).toEqual(treeOf(source));
  });

  test.each(mutating)('no attribute and no script becomes text: %s', (inner) => {
    const { text } = readHtml(page(inner), input);
    expect(text).toContain(said);
    expect(text).not.toMatch(/<style>|^alert/mu);
  });
});
