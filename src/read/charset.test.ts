import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadoutError } from '../error.ts';
import { decode } from './charset.ts';

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? ascii(p) : p)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof ReadoutError ? error.code : 'other';
  }
};

describe('decode', () => {
  it('gives windows-1252 its curly quotes (Node 20 gives control characters)', () => {
    expect(decode(Uint8Array.of(0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97))).toEqual({ text: '…‘’“”•–—', encoding: 'windows-1252' });
    const page = bytes(
      '<html><head><meta charset="iso-8859-1"></head>',
      [0x93],
      'Yes',
      [0x94],
      ' ',
      [0x85],
      [0x91, 0x92, 0x95, 0x96, 0x97],
    );
    expect(decode(page).text.slice(46)).toBe('“Yes” …‘’•–—');
  });
  it('knows UTF-8 by its validity and by its mark', () => {
    expect(decode(utf8('“Naïve”'))).toEqual({ text: '“Naïve”', encoding: 'utf-8' });
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'Hi'))).toEqual({ text: 'Hi', encoding: 'utf-8' });
  });
  it('reads UTF-16 with and without a mark', () => {
    expect(decode(bytes([0xff, 0xfe], [0x48, 0, 0x1c, 0x20]))).toEqual({ text: 'H“', encoding: 'utf-16le' });
    expect(decode(bytes([0xfe, 0xff], [0, 0x48, 0x20, 0x1c]))).toEqual({ text: 'H“', encoding: 'utf-16be' });
    expect(decode(Uint8Array.from(ascii('Putin said').flatMap((c) => [c, 0])))).toEqual({ text: 'Putin said', encoding: 'utf-16le' });
  });
  it('obeys the header before the page, and the page before a guess', () => {
    const page = bytes('<meta charset=windows-1251>', [0xcf]);
    expect(decode(page).text.at(-1)).toBe('П');
    expect(decode(page, { contentType: 'text/html; charset=windows-1252' }).text.at(-1)).toBe('Ï');
    const equiv = bytes('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', [0x83, 0x65]);
    expect(decode(equiv)).toMatchObject({ encoding: 'shift_jis' });
    expect(decode(bytes('<?xml version="1.0" encoding="ISO-8859-2"?>', [0xb1])).text.at(-1)).toBe('ą');
  });
  it('sees a page that was saved in UTF-8 under its old declaration', () => {
    expect(decode(bytes('<meta charset=gb2312>', [...utf8('新电脑')])).text.endsWith('新电脑')).toBe(true);
    expect(decode(bytes('<meta charset=gb2312>', [...utf8('新电脑')]), { contentType: 'text/html; charset=gb2312' }).encoding).not.toBe(
      'utf-8',
    );
  });
  it('does not believe a declaration in a comment, in plain text, or of no known name', () => {
    expect(decode(bytes('<!-- <meta charset=windows-1251> --><p>', [0xcf])).encoding).toBe('windows-1252');
    expect(decode(bytes('Write <meta charset=windows-1251>', [0xcf])).encoding).toBe('windows-1252');
    expect(decode(bytes('<meta charset=nonsense>', [0xcf])).encoding).toBe('windows-1252');
  });
  it('keeps broken UTF-8 only where it is overwhelmingly UTF-8', () => {
    const good = utf8('“Yes,” she said – “no.” “Yes,” “yes.” “a” “b” “c”');
    expect(decode(bytes([...good], [0xff]), { contentType: 'text/plain; charset=utf-8' })).toMatchObject({ encoding: 'utf-8' });
    expect(decode(bytes([...good], [0xff])).text.at(-1)).toBe('\ufffd');
    expect(decode(bytes([0x93], 'Yes', [0x94]), { contentType: 'text/plain; charset=utf-8' }).text).toBe('“Yes”');
    expect(decode(bytes('caf', [0xe9])).text).toBe('café');
    expect(decode(good.subarray(0, good.length - 1)).encoding).toBe('utf-8');
  });
  it('names binary input', () => {
    for (const [head, name] of [
      ['%PDF-1.4', 'PDF'],
      ['PK\x03\x04aaaa', 'ZIP'],
      ['\x89PNG\r\n\x1a\n', 'PNG'],
      ['\xff\xd8\xff\xe0', 'JPEG'],
      ['a\0b\0\0\x01', 'binary'],
    ] as const) {
      expect(codeOf(() => decode(bytes(head)))).toBe('READOUT_INPUT_BINARY');
      expect(() => decode(bytes(head))).toThrow(name);
    }
  });
  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !/[\0-\x1f]/u.test(text) && !text.startsWith('<'));
        expect(decode(utf8(text)).text).toBe(text);
      }),
    );
  });
});
