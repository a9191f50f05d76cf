import { StillhouseError } from '../../../core/error.ts';
import type { RelationName } from '../../../core/sql.ts';
import type { FlattenChoice, FlattenOutput } from '../../../flatten/choice.ts';
import { flattenPaths, type NestedPath } from '../../../flatten/paths.ts';
import type { SourceDataset } from '../../source-dataset.ts';

/** What the form says of the flat table. */
export interface FlattenWishes {
  readonly columns: readonly string[];
  readonly list: string;
  readonly lists: 'text' | 'count' | 'value';
  readonly keepEmpty: boolean;
  readonly position: boolean;
}

/** A column that stands in a list of its own, of which one item is taken. */
export interface FirstItem {
  /** As the form names it, such as `identityMap.ECID[1].id`. */
  readonly label: string;
  /** The column that holds it in the rows that are flattened. */
  readonly name: string;
  /** The outermost list, of which the first item is taken. */
  readonly list: string;
}

/** A choice for `src/flatten`, with the first items that its source must offer as columns. */
export interface PlannedFlattening {
  readonly choice: FlattenChoice;
  readonly firstItems: readonly FirstItem[];
}

/** Everything a person may choose at once: each single value outside of lists, and each list. */
const mostColumns = 200;

/**
 * What is to be flattened, of the form's words. Paths within the list that becomes rows are those of its items; of other
 * lists the first item is taken. Throws `input-invalid` for a list that is not there.
 */
export function flattenChoice(source: SourceDataset, rows: RelationName, wishes: FlattenWishes): PlannedFlattening {
  const columns = source.columns.map(({ name, type }) => ({ name, sqlType: type }));
  const paths = flattenPaths(columns);
  const find = (label: string) => paths.find((path) => plain(path.label) === plain(label).replaceAll('[1]', '[]'));
  const list = wishes.list === '' ? undefined : find(wishes.list);
  if (wishes.list !== '' && list === undefined) {
    throw new StillhouseError('input-invalid', `“${source.label}” has no list “${wishes.list}”.`);
  }
  const unfolded = list === undefined ? [] : [...list.lists, list].map(({ label }) => label);
  const isSingle = (path: NestedPath) => path.lists.every(({ label }) => unfolded.includes(label));
  const firstItems: FirstItem[] = [];
  const outputs =
    wishes.columns.length === 0
      ? allOutputs(paths.filter(isSingle), unfolded, wishes.lists)
      : wishes.columns.map((label): FlattenOutput => {
          const path = find(label);
          if (path !== undefined && isSingle(path)) return { path, form: wishes.lists };
          const item = { label, name: plainName(label), list: label.slice(0, label.indexOf('[1]')) };
          firstItems.push(item);
          return { path: columnPath(item.name, source.column(label).type) };
        });
  return {
    choice: {
      source: rows,
      columns: [...source.columns.map(({ name }) => name), ...firstItems.map(({ name }) => name)],
      outputs,
      ...(list !== undefined && { explode: { list, keepEmpty: wishes.keepEmpty, position: wishes.position } }),
    },
    firstItems,
  };
}

function allOutputs(
  paths: readonly NestedPath[],
  unfolded: readonly string[],
  lists: FlattenWishes['lists'],
): readonly FlattenOutput[] {
  return paths
    .filter(({ shape, label }) => shape !== 'struct' && !unfolded.includes(label))
    .slice(0, mostColumns)
    .map((path) => ({ path, form: lists }));
}

function columnPath(name: string, type: string): NestedPath {
  const [path] = flattenPaths([{ name, sqlType: type }]);
  if (path === undefined) throw new StillhouseError('internal', `The column "${name}" has no path.`);
  return path;
}

const plain = (label: string) => label.replaceAll('"', '').toLowerCase();

/** `identityMap.ECID[1].id` becomes `identityMap_ECID_id`. */
function plainName(label: string): string {
  return label
    .replaceAll(/["[\]]|\[1\]/g, '')
    .replaceAll('1.', '.')
    .replaceAll('.', '_');
}
