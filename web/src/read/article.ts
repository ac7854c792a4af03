import type { ToRead } from '../api/forms.ts';

/** What somebody pasted, dropped or chose. */
export interface Article {
  readonly words: string;
  /** As the file says; `auto` looks at the words. */
  readonly form: 'auto' | 'text' | 'html';
  readonly title: string;
  readonly published: string;
}

export const blank: Article = { words: '', form: 'auto', title: '', published: '' };

const looksLikeHtml = (words: string): boolean =>
  /^\s*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>])/i.test(words.slice(0, 2000));
const looksLikeAddress = (words: string): boolean => /^https?:\/\/[^\s<>"]{3,2000}$/i.test(words.slice(0, 2100).trim());

/** The form that the server takes it in. */
export function articleToRead({ words, form, title, published }: Article): ToRead {
  const about = { ...(title.trim() === '' ? {} : { title: title.trim() }), ...(published === '' ? {} : { published }) };
  if (form === 'html' || (form === 'auto' && looksLikeHtml(words))) return { html: words, ...about };
  if (form === 'auto' && looksLikeAddress(words)) return { url: words.trim(), ...(published === '' ? {} : { published }) };
  return { text: words, ...about };
}

const atMost = 20_000_000;

/** A file as an article. @throws Error with a sentence for the reader */
export async function articleOfFile(file: File): Promise<Article> {
  if (file.size > atMost) throw new Error(`${file.name} is larger than 20 MB. Use readout ingest for it.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const words = decoded(bytes);
  if (words === null) throw new Error(`${file.name} is not text. Drop a text or HTML file; readout ingest takes more.`);
  const html = /html/.test(file.type) || /\.x?html?$/i.test(file.name) || looksLikeHtml(words);
  return { ...blank, words, form: html ? 'html' : 'text' };
}

/** UTF-8, else Windows-1252, in which older pages are; null for what holds zero bytes, which no text does. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 8192).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
