export { findNames } from './find.ts';
export type { FoundName } from './name.ts';
export type { Prose, Run } from './prose.ts';
export { possessiveAt, prose, runOf, spanOf, textOf, wordAt } from './prose.ts';
