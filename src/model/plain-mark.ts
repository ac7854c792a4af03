const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
};

/**
 * A quotation mark of any kind as the straight one, any other word unchanged: the same article printed with other marks reads the same.
 * Which side of a quotation a mark stands on, the network is told by `features`. The twin of PLAIN in train/train.py.
 */
export const plainMark = (word: string): string => (word.length === 1 ? (PLAIN[word] ?? word) : word);
