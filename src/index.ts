// The library: re-exports, nothing else.
export type { Document, Input, OriginRun, Skipped } from './document/document.ts';
export { type Span, slice } from './document/span.ts';
export { type Engine, openEngine } from './engine.ts';
export { asReadoutError, type ReadoutCode, ReadoutError } from './error.ts';
export type { Decision } from './extract/why.ts';
export { readLine } from './read/jsonl.ts';
export { readBytes } from './read/reader.ts';
export type { ReadResult } from './read/result.ts';
export { type PictureOptions, picture, type View } from './reading/picture.ts';
export { type Actor, type Event, type Problem, problemSchema, type Quotation, type Reading, readingSchema } from './reading/schema.ts';
export { type Fault, verify } from './reading/verify.ts';
