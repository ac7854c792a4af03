import type { Skipped } from '../document/document.ts';

/** What a text is written in. `skipped` holds the stretches that are plainly not English. */
export interface LanguageGuess {
  /** BCP 47: `en`, another language by script or function words, `und` where nothing can be told. */
  readonly language: string;
  readonly skipped: readonly Skipped[];
}

// Function words that the other languages of the list do not share (so no "in", "on", "a", "me", "die", "was").
const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to that with for is are were has have had by from said he she it they his her their who which this would will at not but be been as i we you your what when or about than more its after if there can could into over also',
  de: 'der und das den von mit ist nicht dem des ein eine zu für auf sich auch wird sind oder im bei nach aus wie zum einer über wurde sie er werden haben hat',
  fr: 'le la les et des du une est dans pour qui que pas sur avec au ce sont par il elle ne se aux cette mais ont été nous vous je son sa ses plus leur',
  es: 'el los las y del que una por con para se su es como más pero sus ha fue este son entre también lo al está sobre todo desde muy',
  pt: 'os e do da dos das que um uma em para com não por mais como mas foi ao ele ela são seu sua ou tem na no nas nos também pela pelo',
  it: 'il gli di che e la per una con del della non è sono dei nel alla più anche da si ha al le delle come ma questo nella',
  nl: 'het een van en niet dat met voor zijn er aan ook maar bij naar uit wordt deze heeft hij ze wij op te dan nog door over',
  sv: 'och i att det som en på är av för med inte har till den om ett jag var han hon från ska kan men eller',
  da: 'og i at det som en på er af for med ikke har til den om et jeg han hun fra skal kan men eller blev være sagde siger hans deres ved efter også ifølge',
  no: 'og i at det som en på er av for med ikke har til den om et jeg han hun fra skal kan men eller ble være sa sier hans deres ved etter også ifølge',
  fi: 'ja on ei että se hän oli myös mutta kun ovat ole joka mukaan sekä niin kuin',
  pl: 'i w na z się nie do jest to że o jak ale po za od przez był dla są',
  cs: 'a v se na je že s z do o ve to i jako ale pro po od za jsou',
  tr: 've bir bu için da de ile olarak daha çok olan ama gibi sonra kadar',
  id: 'yang dan di dengan untuk dari ini itu pada dalam tidak akan ke adalah oleh kata juga telah',
};
const english: ReadonlySet<string> = new Set(functionWords['en']?.split(' '));
/** The words of each other language; `shared` are those that English has too: "at" and "i" of a Danish text are no sign of English. */
const lists = Object.entries(functionWords)
  .filter(([language]) => language !== 'en')
  .map(([language, list]) => {
    const words = new Set(list.split(' '));
    return { language, words, shared: new Set([...words].filter((word) => english.has(word))) };
  });

// [language, letters of its script]; kana before Han, so that Japanese is not called Chinese
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

function byScript(paragraph: string): string | null {
  const foreign = /[^\P{L}\p{Script=Latin}]/gu;
  const letters = paragraph.match(/\p{L}/gu)?.length ?? 0;
  const strange = paragraph.match(foreign)?.length ?? 0;
  if (strange < 8 || strange < letters * 0.6) return null;
  const counts = scripts.map(([language, script]) => ({ language, n: paragraph.match(script)?.length ?? 0 }));
  const best = counts.find(({ language, n }) => (language === 'ja' ? n > strange * 0.1 : n > strange * 0.5));
  return best?.language ?? 'und';
}

/** The language of one paragraph; null when it is too short or too mixed to tell. */
export function paragraphLanguage(paragraph: string): string | null {
  const script = byScript(paragraph);
  if (script !== null) return script;
  const words = paragraph.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 8) return null;
  const shareOf = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length / words.length;
  const other = lists.map((list) => ({ ...list, share: shareOf(list.words) })).reduce((a, b) => (b.share > a.share ? b : a));
  const inEnglish = shareOf(english);
  const inBoth = shareOf(other.shared);
  const onlyOther = other.share - inBoth;
  if (onlyOther >= 0.2 && inEnglish - inBoth < onlyOther * 0.34) return other.language;
  if (inEnglish >= 0.15 && inEnglish > other.share * 0.7) return 'en';
  if (other.share >= 0.2 && inEnglish < other.share * 0.34) return other.language;
  // no list knows it: long prose in which English function words are all but missing (Zulu, Hungarian)
  if (words.length >= 40 && inEnglish < 0.03) return other.share >= 0.12 ? other.language : 'und';
  return null;
}

const reason = 'not English';

/** The main language of a text and its paragraphs that are plainly not English; the whole text where no paragraph is English. */
export function guessLanguage(text: string): LanguageGuess {
  const lengths = new Map<string, number>();
  const foreign: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^\n\r]+/gu)) {
    // a sample tells as much as a paragraph of a megabyte
    const language = paragraphLanguage(match[0].slice(0, 4000));
    if (language === null) continue;
    lengths.set(language, (lengths.get(language) ?? 0) + match[0].length);
    if (language !== 'en') foreign.push({ start: match.index, end: match.index + match[0].length });
  }
  const [main = 'en'] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (foreign.length > 0 && !lengths.has('en')) return { language: main, skipped: [{ start: 0, end: text.length, reason }] };
  return { language: main, skipped: foreign.map((span) => ({ ...span, reason })) };
}
