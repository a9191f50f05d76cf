import type { z } from 'zod';
import { type CatalogView, columnKind, type ColumnKind } from './catalog-view.ts';
import { findColumnPath } from './column-paths.ts';
import type { GuidedModule, InputSchema } from './contract.ts';
import { type FormField, formFields } from './form.ts';
import { findCatalogDataset } from './source-dataset.ts';

/** What is wrong with a field, in one sentence. */
export interface InputIssue {
  /** The field's name; empty where it is the whole input. */
  readonly field: string;
  readonly message: string;
}

export type CheckedInput<Input extends InputSchema> =
  | { readonly ok: true; readonly input: z.output<Input> }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Checks an input against the module's schema and the catalog: datasets and columns are there and of a kind that fits. */
export function checkInput<Input extends InputSchema>(
  module: GuidedModule<Input>,
  raw: unknown,
  catalog: CatalogView,
): CheckedInput<Input> {
  const parsed = module.input.safeParse(raw);
  if (!parsed.success) {
    const fields = formFields(module.input);
    return { ok: false, issues: parsed.error.issues.map((issue) => schemaIssue(issue, fields)) };
  }
  const issues = formFields(module.input).flatMap((field) => fieldIssues(field, parsed.data, catalog));
  return issues.length === 0 ? { ok: true, input: parsed.data } : { ok: false, issues };
}

function schemaIssue(issue: z.core.$ZodIssue, fields: readonly FormField[]): InputIssue {
  const [name, position] = issue.path.map(String);
  const field = fields.find((known) => known.name === name);
  if (field === undefined) return { field: '', message: issue.message };
  const isAbsent = issue.code === 'invalid_type' && issue.path.length === 1;
  if (isAbsent) return { field: field.name, message: absentWords[field.control.kind] ?? issue.message };
  const place = position === undefined ? '' : `Entry ${Number(position) + 1}: `;
  return { field: field.name, message: `${place}${issue.message}` };
}

const absentWords: Readonly<Partial<Record<FormField['control']['kind'], string>>> = {
  dataset: 'Choose a dataset.',
  column: 'Choose a column.',
};

type Values = Readonly<Record<string, unknown>>;

function fieldIssues(field: FormField, values: Values, catalog: CatalogView): readonly InputIssue[] {
  const { control, name } = field;
  const say = (message: string): readonly InputIssue[] => [{ field: name, message }];
  switch (control.kind) {
    case 'dataset': {
      const label = textAt(values, name);
      return findCatalogDataset(catalog, label) === undefined ? say(`There is no table or view "${label}".`) : [];
    }
    case 'column':
      return columnIssues(field, [textAt(values, name)], control.types, textAt(values, control.of), catalog);
    case 'columns':
      return columnIssues(field, textsAt(values, name), control.types, textAt(values, control.of), catalog);
    case 'output':
      return outputIssue(textAt(values, name), values, catalog).flatMap(say);
    default:
      return [];
  }
}

function columnIssues(
  { name, title }: FormField,
  wanted: readonly string[],
  types: readonly ColumnKind[],
  datasetLabel: string,
  catalog: CatalogView,
): readonly InputIssue[] {
  const dataset = findCatalogDataset(catalog, datasetLabel);
  if (dataset === undefined) return [];
  return wanted
    .filter((label) => label !== '')
    .flatMap((label) => {
      const path = findColumnPath(dataset.columns, label);
      if (path === undefined) return [{ field: name, message: `“${dataset.label}” has no column “${label}”.` }];
      const kind = columnKind(path.type);
      if (types.includes(kind)) return [];
      const message = `${title} takes ${kindWords(types)}, and “${label}” is ${path.type}.`;
      return [{ field: name, message }];
    });
}

const kindNouns: Readonly<Record<ColumnKind, string>> = {
  number: 'a number',
  text: 'text',
  time: 'a day or time',
  boolean: 'yes or no',
  list: 'a list',
  other: 'a nested value',
};

/** Kinds in words: `a number or text`. */
export function kindWords(types: readonly ColumnKind[]): string {
  return types.map((type) => kindNouns[type]).join(' or ');
}

function outputIssue(output: string, values: Values, catalog: CatalogView): readonly string[] {
  if (output === '') return [];
  const readsIt = Object.values(values).some(
    (value) => value !== output && typeof value === 'string' && value.toLowerCase() === output.toLowerCase(),
  );
  const isSource = Object.values(values).filter((value) => value === output).length > 1;
  if ((readsIt || isSource) && findCatalogDataset(catalog, output) !== undefined) {
    return [`“${output}” is read by this module: choose another name for what it makes.`];
  }
  const known = catalog.datasets.find(({ label }) => label.toLowerCase() === output.toLowerCase());
  if (known !== undefined && known.rowCount === undefined)
    return [`“${output}” is a view: choose another name for what it makes.`];
  return [];
}

function textAt(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

function textsAt(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
