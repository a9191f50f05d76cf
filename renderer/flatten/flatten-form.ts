import type { DatasetInfo } from '../../src/catalog/shown.ts';
import { uniqueName } from '../../src/core/names.ts';
import type { FlattenChoice, FlattenOutput } from '../../src/flatten/choice.ts';
import { flattenPaths, type NestedPath } from '../../src/flatten/paths.ts';

/** What a list or map becomes: a column of some form, or rows. */
export type ListUse = NonNullable<FlattenOutput['form']> | 'rows';

/** What the user has chosen so far. */
export interface FlattenForm {
  /** Labels of the paths that become columns. */
  readonly chosen: ReadonlySet<string>;
  /** What chosen lists and maps become, by label; as they are where absent. */
  readonly uses: ReadonlyMap<string, ListUse>;
  readonly keepEmpty: boolean;
  readonly position: boolean;
  /** Name of the table to make. */
  readonly table: string;
}

/** Whether a dataset has anything to flatten. */
export function isNested(dataset: DatasetInfo): boolean {
  return pathsOf(dataset).some(({ shape }) => shape !== 'value');
}

export function pathsOf(dataset: DatasetInfo): readonly NestedPath[] {
  return flattenPaths(dataset.columns.map(({ name, type }) => ({ name, sqlType: type })));
}

/** Begins with every single value that is in no list. */
export function firstForm(dataset: DatasetInfo, taken: readonly string[]): FlattenForm {
  const values = pathsOf(dataset).filter(({ shape, lists }) => shape === 'value' && lists.length === 0);
  return {
    chosen: new Set(values.map(({ label }) => label)),
    uses: new Map(),
    keepEmpty: true,
    position: false,
    table: uniqueName(`${dataset.name}_flat`, taken),
  };
}

/** Chooses or leaves out a path. */
export function withChosen(form: FlattenForm, label: string, chosen: boolean): FlattenForm {
  const next = new Set(form.chosen);
  if (chosen) next.add(label);
  else next.delete(label);
  return { ...form, chosen: next };
}

/** Sets what a list becomes; at most one becomes rows, and then its single values are chosen with it. */
export function withUse(form: FlattenForm, paths: readonly NestedPath[], list: NestedPath, use: ListUse): FlattenForm {
  const others = [...form.uses].filter(
    ([label, other]) => label !== list.label && !(use === 'rows' && other === 'rows'),
  );
  const uses = new Map<string, ListUse>([...others, [list.label, use]]);
  const chosen = new Set(form.chosen);
  if (use === 'rows') {
    chosen.delete(list.label);
    for (const { label, shape, lists } of paths) {
      if (shape === 'value' && lists.at(-1)?.label === list.label) chosen.add(label);
    }
  }
  return {
    ...form,
    uses,
    chosen: new Set([...chosen].filter((label) => isReachable(pathOf(paths, label), paths, uses))),
  };
}

/** Whether a path gives one value a row, with what the lists around it become. */
export function isReachable(
  path: NestedPath | undefined,
  paths: readonly NestedPath[],
  uses: FlattenForm['uses'],
): boolean {
  if (path === undefined) return false;
  const exploded = explodedList(paths, uses);
  const open = exploded === undefined ? [] : [...exploded.lists, exploded].map(({ label }) => label);
  return path.lists.every(({ label }) => open.includes(label));
}

export function explodedList(paths: readonly NestedPath[], uses: FlattenForm['uses']): NestedPath | undefined {
  return paths.find(({ label }) => uses.get(label) === 'rows');
}

/** The choice as `flattenSql` takes it; `create` makes a table, otherwise it is a query. */
export function choiceOf(dataset: DatasetInfo, form: FlattenForm, create: boolean): FlattenChoice {
  const paths = pathsOf(dataset);
  const list = explodedList(paths, form.uses);
  const qualified = (name: string) => (dataset.schema === 'main' ? [name] : [dataset.schema, name]);
  return {
    source: qualified(dataset.name),
    columns: dataset.columns.map(({ name }) => name),
    outputs: paths
      .filter(({ label }) => form.chosen.has(label))
      .map((path) => {
        const use = form.uses.get(path.label);
        return { path, ...(use !== undefined && use !== 'rows' && { form: use }) };
      }),
    ...(list !== undefined && { explode: { list, keepEmpty: form.keepEmpty, position: form.position } }),
    ...(create && { into: qualified(form.table.trim()) }),
  };
}

function pathOf(paths: readonly NestedPath[], label: string): NestedPath | undefined {
  return paths.find((path) => path.label === label);
}
