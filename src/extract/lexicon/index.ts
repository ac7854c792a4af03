export { lexiconFiles, parseLexicon, titleKey } from './parse.ts';
export { match } from './phrases.ts';
export type { Country, Cue, Gender, Known, Leader, Lexicon, Organisation, Pronoun, Role, Title } from './lexicon.ts';
