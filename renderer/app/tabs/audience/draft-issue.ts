import type { AudiencePageProps } from './audience-props.ts';

/** What keeps a draft from being saved, in one sentence; `undefined` when nothing does. */
export function draftIssue({
  draft,
  catalog,
  saved,
}: Pick<AudiencePageProps, 'draft' | 'catalog' | 'saved'>): string | undefined {
  const { name, mode, rule, sql, identity, namespace } = draft;
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'Give the audience a name.';
  const taken = catalog.datasets.some(({ label }) => label.toLowerCase() === wanted);
  if (taken && saved?.name.toLowerCase() !== wanted)
    return `There is a dataset “${name.trim()}” already: choose another name.`;
  if (namespace.trim() === '') return 'Say in the settings what kind of identity its members have.';
  if (mode === 'sql') {
    if (sql.trim() === '') return 'Write a query that gives the members.';
    return identity === '' ? 'Say which column of the query is the identity.' : undefined;
  }
  return rule.people === '' || rule.identity === '' ? 'Choose the people and their identity.' : undefined;
}
