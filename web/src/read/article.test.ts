import { expect, test } from 'vitest';
import { articleOfFile, articleToRead, blank } from './article.ts';

const sent = (words: string) => articleToRead({ ...blank, words });

test('pasted words are sent as what they are', () => {
  expect(sent('“No,” she said.')).toEqual({ text: '“No,” she said.' });
  expect(sent('<!DOCTYPE html><p>No')).toEqual({ html: '<!DOCTYPE html><p>No' });
  expect(sent(' https://example.org/a?b=1 \n')).toEqual({ url: 'https://example.org/a?b=1' });
  expect(sent('https://example.org is where he said it.')).toEqual({ text: 'https://example.org is where he said it.' });
  expect(sent('5 <body of water> 6')).toEqual({ text: '5 <body of water> 6' });
});

test('title and date go along; the date also with an address', () => {
  expect(articleToRead({ words: 'He said so.', form: 'text', title: ' News ', published: '2020-01-05' })).toEqual({
    text: 'He said so.',
    title: 'News',
    published: '2020-01-05',
  });
  expect(articleToRead({ ...blank, words: 'http://a.org/', title: 'x', published: '2020-01-05' })).toEqual({
    url: 'http://a.org/',
    published: '2020-01-05',
  });
});

test('a file is HTML by type, name or look; bytes that are no text are refused', async () => {
  expect((await articleOfFile(new File(['He said.'], 'a.txt'))).form).toBe('text');
  expect((await articleOfFile(new File(['He said.'], 'a.HTM'))).form).toBe('html');
  expect((await articleOfFile(new File(['<html>'], 'a'))).form).toBe('html');
  expect((await articleOfFile(new File([new Uint8Array([0x6e, 0xe9])], 'a.txt'))).words).toBe('né');
  await expect(articleOfFile(new File([new Uint8Array([80, 0, 1])], 'a.docx'))).rejects.toThrow('a.docx is not text');
});
