import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from './paragraphs.ts';
import { slice } from './span.ts';

const of = (text: string) => paragraphs(text).map((paragraph) => slice(text, paragraph));

const wrapped = `The agency said that officials who asked not to be named had warned
of delays in the talks, which began in Geneva on Monday and will go on
until the end of the week, when ministers are expected to arrive from
all of the countries.

"There is no plan B," one of them said of the talks in the old town,
adding that the "window" was closing.`;

describe('paragraphs', () => {
  it('stand between line breaks of any kind, trimmed and never empty', () => {
    expect(of(' A b \n\n\r\n C\rD\u2028E\u2029\u00a0\n')).toEqual(['A b', 'C', 'D', 'E']);
    expect(of('')).toEqual([]);
    expect(of(' \n\t\r\n')).toEqual([]);
  });

  it('are the groups between blank lines where the text is hard-wrapped', () => {
    expect(of(wrapped).map((p) => p.slice(0, 10))).toEqual(['The agency', '"There is ']);
    expect(of(wrapped.replaceAll('\n', '\r\n')).length).toBe(2);
    expect(of(wrapped.replaceAll('\n', '\r')).length).toBe(2);
  });

  it('are lines in ordinary text, lists of headlines and verse', () => {
    const article =
      'The minister resigned on Monday after a long day of talks in the capital.\nShe gave no reason for it in her speech.\nHer party will choose a new leader in May, it said.\n“It is over,” she said.\nOthers disagreed.';
    expect(of(article).length).toBe(5);
    const headlines =
      'Minister resigns after talks in the capital fail again\nFloods in the north\nNew leader to be chosen by party members in the month of May\nMarkets calm\nOne more short line here\nWeather: rain';
    expect(of(headlines).length).toBe(6);
    const long = 'word '.repeat(60);
    const links =
      'Historic Agreement Adopted In Paris By Nearly All\nThe Agreement Is One Huge Step For Many Of Them\nSpeaking With One Voice to Solve the Crisis Now\nWork Starts Tomorrow';
    expect(of([long, long, long, long, links].join('\n\n')).length).toBe(8);
    expect(of([wrapped, long].join('\n\n')).length).toBe(3);
    expect(of([long, long, long, long, long].join('\n')).length).toBe(5);
  });

  it('hold everything but white space, in order, and no line break unless wrapped', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a',
            'B.',
            ' ',
            '\n',
            '\r',
            '\r\n',
            '\u2028',
            '\t',
            '\ud800',
            'a longer stretch of a text that could be wrapped by someone,',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          let end = 0;
          let rest = '';
          for (const paragraph of paragraphs(text)) {
            expect(paragraph.start).toBeGreaterThanOrEqual(end);
            expect(slice(text, paragraph)).toBe(slice(text, paragraph).trim());
            expect(slice(text, paragraph)).not.toBe('');
            rest += text.slice(end, paragraph.start);
            end = paragraph.end;
          }
          expect((rest + text.slice(end)).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('cost time in proportion to the text', () => {
    const started = performance.now();
    for (const filler of [' ', '\n', '\r', '"', ' \n', '.', 'a\n']) paragraphs(filler.repeat(500_000 / filler.length));
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
