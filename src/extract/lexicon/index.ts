export type { Country, Gender, Known, Leader, Lexicon, Pronoun, Role, Title } from './lexicon.ts';
export { lexiconFiles, parseLexicon } from './parse.ts';
export { match } from './phrases.ts';
