/** What a search can ask for, as the API names it; an empty string asks for nothing. */
export const searchFields = [
  'words',
  'record',
  'speaker',
  'cue',
  'kind',
  'type',
  'actor',
  'recipient',
  'place',
  'since',
  'until',
  'outlet',
  'hedged',
  'negated',
  'saidBy',
] as const;

export type SearchField = (typeof searchFields)[number];
export type Asked = Readonly<Partial<Record<SearchField, string>>>;

/** How each is called in the page, where it stands as a filter. */
export const fieldNames: Readonly<Record<SearchField, string>> = {
  words: 'Words',
  record: 'Record',
  speaker: 'Speaker',
  cue: 'Cue',
  kind: 'Kind of quotation',
  type: 'Type of event',
  actor: 'Who',
  recipient: 'To whom',
  place: 'Place',
  since: 'From',
  until: 'Until',
  outlet: 'Outlet',
  hedged: 'Hedged',
  negated: 'Denied or did not happen',
  saidBy: 'On whose word',
};

export const askedOf = (params: URLSearchParams): Asked =>
  Object.fromEntries(searchFields.flatMap((field) => (params.get(field) ? [[field, params.get(field) as string]] : [])));

/** The parameters for the API. */
export function queryOf(asked: Asked, cursor: string | null = null): URLSearchParams {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  query.set('limit', '20');
  if (cursor !== null) query.set('cursor', cursor);
  return query;
}
