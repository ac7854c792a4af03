import { describe, expect, it } from 'vitest';
import { ReadoutError } from '../error.ts';
import { readText } from './text.ts';

const input = { id: null, uri: null, record: null };
const body = 'The president said on Monday that he would not attend the talks.';
const read = (text: string) => readText(text, input);

describe('readText', () => {
  it('leaves the text unchanged, whatever is in it', () => {
    for (const text of [`\ufeff\r\n ${body} \n\n`, `${body}\u00a0\ud800`, '“', `By Jane Doe\n\n${body}\t`])
      expect(read(text).text).toBe(text);
  });
  it('takes labelled lines', () => {
    expect(read(`Title: Putin meets Kim\nBy Jane Doe and John van der Roe\nDate: Sept. 13, 2023\n\n${body}`)).toMatchObject({
      title: 'Putin meets Kim',
      byline: ['Jane Doe', 'John van der Roe'],
      published: '2023-09-13',
    });
  });
  it('takes a first line as title where it stands alone', () => {
    expect(read(`Putin meets Kim\n\nBy JANE DOE, Associated Press\n\n${body}`)).toMatchObject({
      title: 'Putin meets Kim',
      byline: ['JANE DOE'],
    });
    expect(read(`${body}\n\n${body}`).title).toBeNull();
    expect(read(`“We will win,” he said.\n\n${body}`).title).toBeNull();
  });
  it('takes the date of a Wikinews article from its first line', () => {
    expect(read(`\n\n\nSaturday, January 5, 2019  \n\n\n${body}`)).toMatchObject({ published: '2019-01-05', title: null });
  });
  it.each([
    ['MOSCOW, Sept 13 (Reuters) - ', 'MOSCOW, Sept 13 (Reuters)'],
    ['WASHINGTON (AP) — ', 'WASHINGTON (AP)'],
    ['SEOUL, South Korea — ', 'SEOUL, South Korea'],
    ['(CNN) ', '(CNN)'],
    ['(CNN) — ', '(CNN)'],
  ])('sees the dateline of %s', (line, dateline) => expect(read(line + body).dateline).toBe(dateline));
  it.each(['By the time he came, ', 'By Monday Putin had left. ', 'NATO - the alliance - ', 'A “title” ', 'In May 2019, '])(
    'takes nothing from %s',
    (start) => {
      expect(read(start + body)).toMatchObject({ title: null, byline: [], published: null });
    },
  );
  it('says when there is nothing to read', () => {
    for (const text of ['', ' \n\t\u00a0']) expect(() => read(text)).toThrow(expect.objectContaining({ code: 'READOUT_INPUT_EMPTY' }));
    expect(() => read('a'.repeat(50_000_000))).toThrow(ReadoutError);
  });
  it('is linear: a million marks, spaces, brackets, digits', () => {
    const start = performance.now();
    for (const unit of ['"', '“', ' ', '(', '7', 'A', 'By A', 'A ', '\n', 'A\n\n']) if (unit.trim()) read(unit.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
