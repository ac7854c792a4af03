export { findNames } from './find.ts';
export type { FoundName, NameType } from './name.ts';
export type { Prose, Run, Word } from './prose.ts';
export { possessiveAt, prose, runOf, spanOf, textOf, wordAt } from './prose.ts';
