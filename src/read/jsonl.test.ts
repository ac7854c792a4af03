import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from './jsonl.ts';

const line = (value: unknown): string => JSON.stringify(value);
const code = (text: string): string | undefined => {
  const result = readLine(text, 4);
  return result && 'error' in result ? result.error.code : undefined;
};
const documentOf = (text: string) => {
  const result = readLine(text, 4, { uri: 'a.jsonl' });
  if (!result || !('document' in result)) throw new Error('no document');
  return result.document;
};

describe('readLine', () => {
  it('takes the caller’s fields, which win', () => {
    const document = documentOf(
      line({
        id: 7,
        text: 'Title: A\n\nHe said no.',
        title: 'B',
        url: 'https://e.org/b',
        published: '13 Sept 2023',
        outlet: 'E',
        more: { a: 1 },
      }),
    );
    expect(document).toMatchObject({ title: 'B', url: 'https://e.org/b', published: '2023-09-13', outlet: 'E' });
    expect(document.input).toEqual({ id: '7', uri: 'a.jsonl', record: 4 });
  });
  it('leaves the text unchanged, lone surrogates, marks and breaks included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1 }), (units) => {
        const text = `x${String.fromCharCode(...units)}`;
        expect(documentOf(line({ text })).text).toBe(text);
      }),
    );
    expect(documentOf('{"text":"a \\ud800 \\u0000 b\\r\\n"}').text).toBe('a \ud800 \0 b\r\n');
  });
  it('reads html, and text where both are given', () => {
    expect(documentOf(line({ html: '<p>He said &ldquo;no&rdquo;.</p>' })).text).toBe('He said “no”.');
    expect(documentOf(line({ html: '<p>No.</p>', text: 'Yes.' })).text).toBe('Yes.');
  });
  it('tells what is wrong, with the id where there is one', () => {
    expect(code('{"id": 1, "text": "a')).toBe('READOUT_JSON_INVALID');
    expect(code('not json')).toBe('READOUT_JSON_INVALID');
    for (const shape of [
      '[]',
      '1',
      'null',
      '"text"',
      '{}',
      '{"text": 5}',
      '{"text": null}',
      '{"text": "a", "id": {}}',
      '{"text": "a", "published": 5}',
    ]) {
      expect(code(shape)).toBe('READOUT_JSON_SHAPE');
    }
    expect(code('{"text": " "}')).toBe('READOUT_INPUT_EMPTY');
    expect(readLine('{"id": "x", "texts": "a"}', 4)).toMatchObject({
      error: { code: 'READOUT_JSON_SHAPE' },
      input: { id: 'x', uri: null, record: 4 },
    });
  });
  it('is not led astray by __proto__', () => {
    expect(code('{"__proto__": {"text": "a"}}')).toBe('READOUT_JSON_SHAPE');
    expect(documentOf('{"__proto__": {"title": "evil"}, "constructor": 1, "text": "He said no."}').title).toBeNull();
    expect(({} as { title?: string }).title).toBeUndefined();
  });
  it('gives nothing for a blank line, and forgives a mark at the start of the file', () => {
    expect(readLine('  \r', 3)).toBeNull();
    expect(readLine('\ufeff{"text": "a"}', 0)).toMatchObject({ document: { text: 'a' } });
  });
  it('turns down a 50 MB line within seconds', () => {
    const start = performance.now();
    expect(code(line({ id: 'big', text: 'a '.repeat(25_000_000) }))).toBe('READOUT_INPUT_TOO_LARGE');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
