import type { Rule } from './rule.ts';

/** A short line without a sentence's end that stands four times or more: "Article content", "KEY EVENT". */
export const repeated: Rule = ({ text }, { times }) => text.length < 60 && times(text) >= 4 && !/[.!?:”"’)\d]$/u.test(text);
