import type { RowPlace } from '../../catalog/row-places.ts';
import type { DatasetInfo } from '../../catalog/shown.ts';
import { StillhouseError } from '../../core/error.ts';
import { joinSql, type Sql } from '../../core/sql.ts';
import { guessCustomerColumn } from '../../customers/customer-filter.ts';
import { type ValuePath, valuePaths } from './value-paths.ts';

/** The columns that name people, by dataset label as `orders` or `staging.orders`; an empty list leaves a dataset whole. */
export type ChosenColumns = ReadonlyMap<string, readonly string[]>;

/** Names under which people are known; a column of such a name is compared with the identities. */
const personNames = [
  /(customer|crm|person|user|member|profile|client|contact|visitor|subscriber|recipient)_?(id|key|no|number)$/i,
  /ecid|e_?-?mail|phone|mobile|msisdn/i,
  /^(person|customer|identity)$/i,
];

/** The label of a dataset. */
export function datasetLabel({ schema, name }: Pick<RowPlace, 'schema' | 'name'>): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}

/**
 * The paths that name people: those chosen for the dataset, otherwise the guessed ones. Former versions, whose columns may
 * have had other names, are compared by both.
 */
export function personPaths(
  place: Pick<RowPlace, 'kind' | 'schema' | 'name' | 'columns'>,
  chosen: ChosenColumns,
): readonly ValuePath[] {
  const paths = valuePaths(place.columns);
  const wanted = chosen.get(datasetLabel(place));
  if (wanted?.length === 0) return [];
  const labels = new Set((wanted ?? []).map(plainLabel));
  const isChosen = ({ label }: ValuePath) => labels.has(plainLabel(label));
  if (wanted !== undefined && place.kind === 'live') return paths.filter(isChosen);
  const guess = plainLabel(guessCustomerColumn(place));
  return paths.filter((path) => {
    if (isChosen(path) || plainLabel(path.label) === guess) return true;
    const last = lastName(path.label);
    return personNames.some((name) => name.test(last));
  });
}

/** The texts and numbers of a dataset by label, and those that probably name people. */
export function personColumns({ schema, name, columns }: Pick<DatasetInfo, 'schema' | 'name' | 'columns'>) {
  const placed = columns.map((column) => ({ name: column.name, stored: column.name, type: column.type }));
  const guessed = personPaths({ kind: 'live', schema, name, columns: placed }, new Map());
  const labels = (paths: readonly ValuePath[]) => [...new Set(paths.map(({ label }) => label))];
  return { label: datasetLabel({ schema, name }), all: labels(valuePaths(placed)), guessed: labels(guessed) };
}

/** The condition for rows of the people; `undefined` where no column names anybody. */
export function peopleSql(place: RowPlace, chosen: ChosenColumns): Sql | undefined {
  const tests = personPaths(place, chosen).map(({ isIdentity }) => isIdentity);
  return tests.length === 0 ? undefined : joinSql(tests, '\n  OR ');
}

/** Throws `input-invalid` for a choice that names a dataset or column there is not. */
export function checkChosen(places: readonly RowPlace[], chosen: ChosenColumns): void {
  for (const [label, columns] of chosen) {
    const place = places.find((one) => one.kind === 'live' && datasetLabel(one) === label);
    if (place === undefined) {
      throw new StillhouseError('input-invalid', `There is no dataset “${label}” to take columns of.`);
    }
    const known = new Set(valuePaths(place.columns).map((path) => plainLabel(path.label)));
    const missing = columns.find((column) => !known.has(plainLabel(column)));
    if (missing === undefined) continue;
    throw new StillhouseError('input-invalid', `“${label}” has no text or number “${missing}”.`, {
      remedy: `It has: ${[...known].join(', ')}.`,
    });
  }
}

/** A label in small letters, any item of a list alike. */
function plainLabel(label: string): string {
  return label.toLowerCase().replaceAll(/\[\d*\]/g, '[]');
}

/** The last name of a path, without the way into a list of identities. */
function lastName(label: string): string {
  return (
    label
      .replace(/\[\]\.id$/, '')
      .replaceAll('[]', '')
      .split('.')
      .at(-1) ?? ''
  );
}
