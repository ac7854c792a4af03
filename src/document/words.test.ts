import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from './span.ts';
import { words } from './words.ts';

const of = (text: string) => words(text).map((word) => slice(text, word));

describe('words', () => {
  it('are runs and single marks', () => {
    expect(of("Kim's $5 visit—“ok…”")).toEqual(['Kim', "'", 's', '$', '5', 'visit', '—', '“', 'ok', '…', '”']);
    expect(of('U.S. 3.5% AT&T')).toEqual(['U', '.', 'S', '.', '3', '.', '5', '%', 'AT', '&', 'T']);
    expect(of('€5 © x²')).toEqual(['€5', '©', 'x²']);
  });

  it('take CJK characters one by one, kana and Hangul as written', () => {
    expect(of('東京タワー 한국 𠀀𠀁')).toEqual(['東', '京', 'タワー', '한국', '𠀀', '𠀁']);
  });

  it('keep soft hyphens and joiners inside and leave them out at the ends', () => {
    expect(of('co\u00adop \ufeffa\u200b \u200b \u0301')).toEqual(['co\u00adop', 'a']);
    expect(of('cafe\u0301 ok')).toEqual(['cafe\u0301', 'ok']);
  });

  it('separate at controls', () => {
    expect(of('a\u0000b\u0085c\u001fd')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never split a pair and give lone surrogates a word', () => {
    expect(of('🚀a\ud800b\udc00🚀')).toEqual(['🚀a', '\ud800', 'b', '\udc00', '🚀']);
  });

  it('are in order, apart, never empty, and leave out nothing that can be seen', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(fc.constantFrom('a', ' ', '.', '\u0301', '\ud800', '\n', '\ufeff'), fc.string({ unit: 'binary', maxLength: 2 })),
            { maxLength: 30 },
          )
          .map((parts) => parts.join('')),
        (text) => {
          let end = 0;
          let gaps = '';
          for (const word of words(text)) {
            const whole = /^[\udc00-\udfff]$|^[^\s\p{Cc}]+$/u.test(slice(text, word).replaceAll('\ufeff', ''));
            if (!(word.start >= end && word.end > word.start && whole)) expect.fail(JSON.stringify(word));
            gaps += text.slice(end, word.start);
            end = word.end;
          }
          gaps += text.slice(end);
          expect(gaps.replace(/[\s\p{Cc}\p{Cf}\p{Co}\p{Mn}\ufffd]/gu, '')).toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('do not depend on what follows after white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(of(`${a}\n${b}`)).toEqual([...of(a), ...of(b)]);
      }),
    );
  });
});
