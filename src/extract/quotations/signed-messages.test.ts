import { describe, expect, test } from 'vitest';
import { paragraphs } from '../../document/paragraphs.ts';
import { slice } from '../../document/span.ts';
import { words } from '../../document/words.ts';
import { signedMessages } from './signed-messages.ts';

const find = (text: string, taken = false) =>
  signedMessages(text, paragraphs(text), words(text), () => taken).map(({ content, source }) => [
    content.map((span) => slice(text, span)),
    source && slice(text, source),
  ]);

describe('signedMessages', () => {
  test('the words before the dash are those of whoever signs', () => {
    expect(find('We will rebuild this harbour. — Maria Lopez (@marialopez) May 15, 2019')).toEqual([
      [['We will rebuild this harbour.'], 'Maria Lopez'],
    ]);
  });
  test('a signature on a line of its own signs the paragraph above', () => {
    expect(find('She was furious.\n\nNobody asked the people of this town.\n\n— Mayor Ann Poole (@annpoole) July 16, 2020')).toEqual([
      [['Nobody asked the people of this town.'], 'Mayor Ann Poole'],
    ]);
  });
  test('several messages in one paragraph are each its own signer’s, without the links', () => {
    expect(
      find(
        'The rumours are true today. https://t.co/x1 — Ana Ruiz-Diaz (@anard) July 1, 2019 That is not what you said. — Bo Li (@boli) July 2, 2019',
      ),
    ).toEqual([
      [['The rumours are true today.'], 'Ana Ruiz-Diaz'],
      [['That is not what you said.'], 'Bo Li'],
    ]);
  });
  test('a handle without a dash, a caption and words that are quoted already are none', () => {
    expect(find('Follow Maria Lopez (@marialopez) for more news of the harbour')).toEqual([]);
    expect(find('Well said — Maria Lopez (@marialopez)')).toEqual([]);
    expect(find('We will rebuild this harbour. — Maria Lopez (@marialopez) May 15, 2019', true)).toEqual([]);
  });
  test('a name with a hyphen stays whole', () => {
    expect(find('It was never about the money. - Ana Ruiz-Diaz (@anard)')).toEqual([[['It was never about the money.'], 'Ana Ruiz-Diaz']]);
  });
});
