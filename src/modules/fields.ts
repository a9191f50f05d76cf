import { z } from 'zod';
import type { ColumnKind } from './catalog-view.ts';

/** How a field is filled in. */
export type FieldControl =
  | { readonly kind: 'dataset' }
  /** A column of the dataset that the field `of` names; empty where none is chosen. */
  | { readonly kind: 'column'; readonly of: string; readonly types: readonly ColumnKind[]; readonly optional: boolean }
  | { readonly kind: 'columns'; readonly of: string; readonly types: readonly ColumnKind[] }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'number'; readonly whole: boolean; readonly unit?: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly placeholder?: string }
  /** A list of texts, in order. */
  | { readonly kind: 'texts' }
  /** A calendar day as ISO text; empty where none is chosen. */
  | { readonly kind: 'day' }
  /** An SQL condition over the dataset that the field `of` names; empty keeps all rows. */
  | { readonly kind: 'condition'; readonly of: string }
  /** The name of a dataset to be made; empty keeps nothing. */
  | { readonly kind: 'output' }
  /** A list of records, each filled in by fields of its own. */
  | { readonly kind: 'records'; readonly item: z.ZodObject };

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a person reads at a field. */
export interface FieldText {
  readonly title: string;
  readonly description: string;
  /** Shown folded away: most people leave it as it is. */
  readonly advanced?: boolean;
}

export interface FieldMeta extends FieldText {
  readonly control: FieldControl;
}

const metas = new WeakMap<z.ZodType, FieldMeta>();

/** Says how a field is filled in. */
function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  metas.set(schema, meta);
  return schema;
}

/** How a field is filled in; `undefined` for a schema that no function of this file made. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  return metas.get(schema);
}

const anyKind: readonly ColumnKind[] = ['number', 'text', 'time', 'boolean', 'list', 'other'];
const required = (thing: string) => z.string().trim().min(1, `Choose ${thing}.`);

/** A table or view of the project. */
export function datasetField(text: FieldText) {
  return field(required('a dataset'), { ...text, control: { kind: 'dataset' } });
}

export interface ColumnOptions extends FieldText {
  /** The field that holds the dataset. */
  readonly of: string;
  /** Kinds of columns that will do; all where it is absent. */
  readonly types?: readonly ColumnKind[];
}

/** A column that must be chosen. */
export function columnField({ of, types = anyKind, ...text }: ColumnOptions) {
  return field(required('a column'), { ...text, control: { kind: 'column', of, types, optional: false } });
}

/** A column that may be left out: then the text is empty. */
export function optionalColumnField({ of, types = anyKind, ...text }: ColumnOptions) {
  return field(z.string().trim().default(''), { ...text, control: { kind: 'column', of, types, optional: true } });
}

/** Any number of columns. */
export function columnsField({ of, types = anyKind, ...text }: ColumnOptions & { readonly atLeast?: number }) {
  const { atLeast = 0, ...words } = text;
  const message = atLeast === 1 ? 'Choose at least one column.' : `Choose at least ${atLeast} columns.`;
  const schema = z.array(z.string().trim().min(1)).min(atLeast, message).default([]);
  return field(schema, { ...words, control: { kind: 'columns', of, types } });
}

/** One of a few values. */
export function choiceField<const Values extends readonly [Choice, ...Choice[]]>(
  text: FieldText & { readonly choices: Values; readonly initial: Values[number]['value'] },
) {
  const { choices, initial, ...words } = text;
  const values = choices.map(({ value }) => value) as Values[number]['value'][]; // the values of `choices`
  return field(z.enum(values).default(initial), { ...words, control: { kind: 'choice', choices } });
}

export interface NumberOptions extends FieldText {
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit?: string;
}

/** A whole number within limits. */
export function wholeNumberField({ initial, minimum, maximum, unit, ...text }: NumberOptions) {
  const message = `Give a whole number from ${minimum} to ${maximum}.`;
  const schema = z.int(message).min(minimum, message).max(maximum, message).default(initial);
  return field(schema, { ...text, control: { kind: 'number', whole: true, ...(unit !== undefined && { unit }) } });
}

/** A number within limits. */
export function numberField({ initial, minimum, maximum, unit, ...text }: NumberOptions) {
  const message = `Give a number from ${minimum} to ${maximum}.`;
  const schema = z.number(message).min(minimum, message).max(maximum, message).default(initial);
  return field(schema, { ...text, control: { kind: 'number', whole: false, ...(unit !== undefined && { unit }) } });
}

/** Yes or no. */
export function flagField({ initial, ...text }: FieldText & { readonly initial: boolean }) {
  return field(z.boolean().default(initial), { ...text, control: { kind: 'flag' } });
}

/** A short text, possibly empty. */
export function textField({ initial, placeholder, ...text }: FieldText & { initial: string; placeholder?: string }) {
  const control = { kind: 'text', ...(placeholder !== undefined && { placeholder }) } as const;
  return field(z.string().default(initial), { ...text, control });
}

/** The name of a key that is kept apart from the project, never the key itself; empty where none is used. */
export function secretField(text: FieldText) {
  const schema = z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{0,64}$/, 'A key’s name has small letters, digits and hyphens.')
    .default('');
  return field(schema, { ...text, control: { kind: 'text', placeholder: 'name of a key' } });
}

/** A list of texts, in order. */
export function textsField({ initial, atLeast = 0, ...text }: FieldText & { initial: string[]; atLeast?: number }) {
  const item = z.string().trim().min(1, 'A value is empty.');
  const schema = z.array(item).min(atLeast, `Give at least ${atLeast}.`).default(initial);
  return field(schema, { ...text, control: { kind: 'texts' } });
}

/** A calendar day, or the empty text. */
export function dayField(text: FieldText) {
  const isDay = (text: string) => text === '' || z.iso.date().safeParse(text).success;
  const schema = z.string().refine(isDay, 'Write a day as 2026-12-31.').default('');
  return field(schema, { ...text, control: { kind: 'day' } });
}

/** An SQL condition that keeps some rows of a dataset; the engine checks it. */
export function conditionField({ of, ...text }: FieldText & { readonly of: string }) {
  return field(z.string().trim().default(''), { ...text, control: { kind: 'condition', of } });
}

/** The name under which rows are kept in the project; empty keeps nothing. */
export function outputField(text: FieldText) {
  const schema = z
    .string()
    .trim()
    .max(120)
    .regex(/^[^"\0]*$/, 'A name holds no quotation marks.')
    .default('');
  return field(schema, { ...text, control: { kind: 'output' } });
}

/** A list of records that the user may edit, such as rules. */
export function recordsField<Item extends z.ZodObject>(
  text: FieldText & { readonly item: Item; readonly initial: readonly z.input<Item>[] },
) {
  const { item, initial, ...words } = text;
  return field(z.array(item).prefault([...initial]), { ...words, control: { kind: 'records', item } });
}
