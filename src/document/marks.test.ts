import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedStretches } from './marks.ts';
import { paragraphs } from './paragraphs.ts';
import { slice } from './span.ts';

const all = (text: string) => quotedStretches(text, paragraphs(text));
const of = (text: string) => all(text).map((stretch) => slice(text, stretch));

describe('quoted stretches', () => {
  it('stand between marks of every kind', () => {
    for (const quoted of [
      '“Go,”',
      '"Go,"',
      "``Go,''",
      "''Go,''",
      '„Go,“',
      '„Go,”',
      '«Go,»',
      '»Go,«',
      '‟Go,‟',
      '‘Go,’',
      "'Go,'",
      "`Go,'",
      '‹Go,›',
      '「Go」',
      '« Go, »',
      '”Go,”',
      '“Go,"',
      '‘‘Go,’’',
      '“Go,’’',
      '"Go,”',
      '‚Go,‘',
    ]) {
      expect([quoted, of(`He said ${quoted} and left.`)]).toEqual([quoted, [quoted]]);
    }
    const [stretch] = all('“Go,” he said.');
    expect(stretch).toEqual({ start: 0, end: 5, inside: { start: 1, end: 4 }, style: 'curly', closed: true, continues: false, depth: 0 });
  });

  it('are several in a paragraph', () => {
    expect(of('"I know," he said. "But I won\'t go."')).toEqual(['"I know,"', '"But I won\'t go."']);
    expect(of('“I know,” he said. “But I won’t go.”')).toEqual(['“I know,”', '“But I won’t go.”']);
    expect(of('The "so-called" deal—"a farce"—is ("sadly") off.')).toEqual(['"so-called"', '"a farce"', '"sadly"']);
  });

  it('are nested', () => {
    for (const text of [
      '“He told me, ‘Never,’ and left,” she said.',
      '"He told me, \'Never,\' and left," she said.',
      '‘He told me, “Never,” and left,’ she said.',
      '«Il dit “Non” à tous», dit-elle.',
      '“He told me “Never” and left,” she said.',
    ]) {
      expect(all(text).map((s) => s.depth)).toEqual([0, 1]);
      expect(all(text).every((s) => s.closed)).toBe(true);
    }
    for (const text of [
      '"He told me “Never” and left," she said.',
      '“He told me "Never" and left,” she said.',
      '"He told me "Never" and left," she said.',
    ]) {
      expect([text, of(text).length, all(text).map((s) => s.depth)]).toEqual([text, 2, [0, 1]]);
    }
    expect(of('“‘Never,’ he told me,” she said.')).toEqual(['“‘Never,’ he told me,”', '‘Never,’']);
  });

  it('are not apostrophes, possessives, elisions, years and minutes', () => {
    for (const text of [
      "It's the workers' rights, and the bosses' too, in the '90s.",
      'It’s the workers’ rights, and the bosses’ too, in the ’90s or the ‘80s.',
      "Rock 'n' roll, 'em all, 'til five, 'twas James' own.",
      'He ran for 90 minutes in 3’20 and 5′ 20″.',
      "O'Neill, L’Oréal and Jones' goin' home.",
    ]) {
      expect([text, of(text)]).toEqual([text, []]);
    }
    expect(of("He said 'the workers' rights matter' and left.")).toEqual(["'the workers' rights matter'"]);
    expect(of('He said ‘the workers’ rights matter’ and left.')).toEqual(['‘the workers’ rights matter’']);
    expect(of("The 'it's fine' crowd")).toEqual(["'it's fine'"]);
  });

  it('are not feet and inches', () => {
    expect(of('He is 6\'2" and has a 5" pipe and a 12"x9" sheet.')).toEqual([]);
    expect(of('"He is 6\'2" tall," she said, "and thin."')).toEqual(['"He is 6\'2" tall,"', '"and thin."']);
    expect(of('“He is 6’2” tall,” she said.')).toEqual(['“He is 6’2” tall,”']);
    expect(of('"We won in 2015" he said of "Route 66".')).toEqual(['"We won in 2015"', '"Route 66"']);
  });

  it('without a closing mark run to the end of the paragraph, never beyond', () => {
    const text = '“I know, he said.\nNothing here.\n"Odd, she said.';
    expect(all(text).map((s) => [slice(text, s), s.closed, s.continues])).toEqual([
      ['“I know, he said.', false, false],
      ['"Odd, she said.', false, false],
    ]);
  });

  it('without a closing mark end where the next opens', () => {
    expect(of('“I know, he said. “But I go.”')).toEqual(['“I know, he said.', '“But I go.”']);
    expect(of('"I know, he said. "But I go."')).toEqual(['"I know, he said.', '"But I go."']);
  });

  it('go on from the paragraph before', () => {
    for (const text of ['He said: “One.\n“Two.\n“Three.”\n“Four,” she said.', 'He said: "One.\n"Two.\n"Three."\n"Four," she said.']) {
      expect(all(text).map((s) => s.continues)).toEqual([false, true, true, false]);
    }
    const unopened = 'He said: “One.\nTwo.” He left.';
    expect(all(unopened).map((s) => [slice(unopened, s), s.continues])).toEqual([
      ['“One.', false],
      ['Two.”', true],
    ]);
  });

  it('leave out marks that pair with nothing', () => {
    expect(of('Go.” He left. He has none”, nor “one” more».')).toEqual(['“one”']);
    expect(of('Odd" marks. He said "yes" again.')).toEqual(['"yes"']);
  });

  it('are the same for curly and straight marks', () => {
    const curly = '“I can’t,” said Kim’s aide. “He told us ‘Never’ twice,” and “so on,” in the ’90s.\n“Odd, he said.';
    const straight = curly.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
    const spans = (text: string) => all(text).map((s) => [s.start, s.end, s.inside, s.closed, s.continues, s.depth]);
    expect(spans(straight)).toEqual(spans(curly));
  });

  it('stay in their paragraph, nested or apart, whatever the text', () => {
    const part = fc.constantFrom(
      '"',
      '“',
      '”',
      '„',
      '‟',
      '«',
      '»',
      '‹',
      '›',
      "'",
      '‘',
      '’',
      '‚',
      '`',
      '``',
      "''",
      '「',
      '」',
      ' ',
      '\n',
      'a',
      's ',
      'B.',
      '5',
      ',',
      '—',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const found = all(text);
        const ends: number[] = [];
        for (const s of found) {
          const paragraph = paragraphs(text).find((p) => p.start <= s.start && s.start < p.end);
          expect(paragraph !== undefined && s.end <= paragraph.end).toBe(true);
          expect(s.start <= s.inside.start && s.inside.start <= s.inside.end && s.inside.end <= s.end && s.start < s.end).toBe(true);
          while (ends.length > 0 && (ends.at(-1) as number) <= s.start) ends.pop();
          expect(ends.length).toBe(s.depth);
          if (ends.length > 0) expect(s.end).toBeLessThanOrEqual(ends.at(-1) as number);
          ends.push(s.end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('cost time in proportion to the text', () => {
    const started = performance.now();
    for (const filler of ['"', '“', '”', "'", '‘', '’', '«', '« ', '“a ”', '“«', '"a ', " 'a", "s' a", '`', '‹', "''", '5"', '„“']) {
      const text = `« ${'‹a'.repeat(1000)}${filler.repeat(60_000 / filler.length)}`;
      quotedStretches(text, [{ start: 0, end: text.length }]);
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
