export type { Country, Cue, Gender, Known, Leader, Lexicon, Organisation, Pronoun, Role, Title } from './lexicon.ts';
export { lexiconFiles, parseLexicon, titleKey } from './parse.ts';
export { match } from './phrases.ts';
