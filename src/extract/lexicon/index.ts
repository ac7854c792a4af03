export type { Country, EventPhrase, Gender, Known, Leader, Lexicon, Pronoun, Role, Title } from './lexicon.ts';
export { lexiconFiles, parseLexicon } from './parse.ts';
export { match, matches } from './phrases.ts';
