import { type CatalogColumn, type CatalogView, columnKind } from '../../catalog-view.ts';

const known =
  /^(age|gender|sex|country|region|state|city|town|zip(_?code)?|post(al)?_?code|birth_?(day|date|year)|dob)$/i;
const sensitive = /diagnos|disease|salary|income|religion|prescription|condition/i;

/** The dataset with most columns that strangers know of people. */
export function suggestAnonymity({ datasets }: CatalogView) {
  const fits = (columns: readonly CatalogColumn[]) =>
    columns.filter(({ name, type }) => known.test(name) && !['list', 'other'].includes(columnKind(type)));
  const [best] = [...datasets].sort((a, b) => fits(b.columns).length - fits(a.columns).length);
  if (best === undefined || fits(best.columns).length === 0) return {};
  const secret = best.columns.find(({ name, type }) => sensitive.test(name) && columnKind(type) !== 'other');
  return {
    dataset: best.label,
    known: fits(best.columns).map(({ name }) => name),
    ...(secret !== undefined && { sensitive: secret.name }),
  };
}
