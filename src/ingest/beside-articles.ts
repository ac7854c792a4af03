import { ReadoutError } from '../error.ts';

/** In capitals as such files are called everywhere: `notice.html` or `license.txt` may well be an article. */
const CAPITALS =
  /^(?:README|LICEN[CS]E|COPYING|NOTICE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|AUTHORS)(?:[-_.][A-Za-z\d]{1,20})?(?:\.(?:md|markdown|rst|adoc|txt))?$/u;
const READ_ME = /^read[-_ ]?me(?:\.(?:md|markdown|rst|adoc|txt))?$/iu;

/** Whether a file of a folder or archive tells about those beside it, as README.md does in `examples/`. */
export const isAboutOthers = (name: string): boolean => CAPITALS.test(name) || READ_ME.test(name);

/** Why such a file is not read. It is counted and told in the ledger, and is no fault of anything. */
export const aboutOthers = (path: string): ReadoutError =>
  new ReadoutError(
    'READOUT_INPUT_NO_ARTICLE',
    `${path} is about the files beside it, and no article.`,
    'To have it read all the same, name it itself.',
  );
