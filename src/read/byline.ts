// "Jane Doe, BBC News" · "By AFP Staff Writers" · "Associated Press": not a person's name, though names of agencies may stand alone in a byline
const organisation =
  /\b(?:press|news|newsroom|times|post|agency|agencies|magazine|media|network|herald|tribune|journal|reuters|afp|ap|bbc|cnn|npr|pa|wire|daily|weekly|online|service|editorial|team|desk|bureau|university|institute|inc|ltd|llc|corp|com)\b/iu;
const role =
  /\b(?:(?:chief|senior|staff|special|foreign|political|economics?|business|science|health|tech(?:nology)?|sports?|culture|world|national|white house|contributing|deputy|assistant|managing|associate|freelance|digital|news|video|data|investigations?|diplomatic|environment|education|legal|religion|media|royal|crime|consumer|money|showbiz|celebrity|features?|audience|social|health|entertainment|lifestyle|travel|transport|defen[cs]e|security|home affairs|us|uk|europe|asia|africa|middle east) )*(?:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|contributors?|producers?|photographers?|critics?|analysts?|authors?|bloggers?|presenters?|professor|director|fellow|freelancer)\b.*$/iu;

/** Names of a printed list: "Jane Doe, John Roe and Mary Major". */
export const splitNames = (list: string): string[] =>
  list
    .split(/,? and |, | & |; ?| \| |\/| \+ /u)
    .map((n) => n.trim())
    .filter((n) => n !== '');

/** Whether a name is that of an agency or outlet rather than a person's. */
export const isOrganisation = (name: string): boolean => organisation.test(name);

// "chuck-ross", the last part of an author's address
const slug = /^[a-z]{2,20}(?:-[a-z]{2,20}){1,3}$/u;
const fromSlug = (name: string): string =>
  slug.test(name) ? name.replace(/(?:^|-)([a-z])/gu, (_, c: string) => ` ${c.toUpperCase()}`).trim() : name;
const degree = /^(?:M\.?A|M\.?D|Ph\.?\s?D|R\.?N|M\.?P\.?H|M\.?S|J\.?D|B\.?A|Esq|Jr|Sr|M\.?Sc|MBA|DO|CFA|CFP)\.?$/iu;
const monthDay = /\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d.*$/u;

const shape = /^[\p{L}\p{M}][\p{L}\p{M}\p{Nd}'’‘.\- ]{0,60}$/u;

/**
 * The clean names of one printed byline: "By JANE DOE and John Roe, Staff Writers" gives `['JANE DOE', 'John Roe']`.
 * Organisations are left out beside people and kept where they stand alone ("Associated Press").
 */
export function cleanByline(raw: string): string[] {
  if (/^\s*(?:https?:|www\.)/iu.test(raw)) return [];
  const line = raw
    .slice(0, 400)
    .replace(/<[^>]{0,200}>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:par|von|por|di|door|av)\s(?=\p{Lu})/iu, '')
    .replace(/^(?:written |posted |story |report(?:ed|ing)? |words |text |article |published |edited )?by:?\s/iu, '')
    .replace(/^(?:authors?|byline|from|words|text|reporting):\s?/iu, '')
    // "Jane Doe in Moscow", "Jane Doe for Daily Mail", "Jane Doe at the Old Bailey", "Jane Doe | January 4", "Jane Doe (BBC)", "Jane Doe @jane"
    .replace(/\s(?:in [\p{Lu}].*|for (?:the )?[\p{Lu}].*|at (?:the )?[\p{Lu}].*|on \d.*|\d{1,2}[:. ].*|@\S+.*|\S+@\S+.*)$/u, '')
    .replace(/\([^)]{0,80}\)/gu, '')
    .replace(monthDay, '')
    .replace(/\s(?:published|updated|posted|last updated)\b.*$/iu, '');
  const parts = splitNames(line)
    .map((part) =>
      fromSlug(part)
        .replace(/^by:?\s/iu, '')
        .replace(role, '')
        .replace(/[\s,;:|–—-]+$/u, '')
        .trim(),
    )
    .filter((part) => shape.test(part) && !degree.test(part) && part.split(' ').length <= 6);
  const people = parts.filter((part) => !isOrganisation(part));
  return [...new Set(people.length > 0 ? people : parts.slice(0, 1))];
}
