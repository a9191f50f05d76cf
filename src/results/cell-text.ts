import { formatExact, type NumberLocale, plainFormat } from '../charts/number-format.ts';
import { type Column, isNull } from '../engine/batch.ts';
import { jsonAt } from '../engine/json.ts';
import { blobText } from '../engine/scalar-text.ts';
import { textAt } from '../engine/text.ts';
import { type ColumnInfo, isNested, isNumeric } from '../engine/types.ts';
import { bytesAt, itemRange } from '../engine/value.ts';

/** A cell's text for the screen, possibly cut: never slower than `limit` allows, however long the value is. */
export interface CutText {
  readonly text: string;
  /** Whether the value goes on. */
  readonly isCut: boolean;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The exact value as far as `limit` characters, as `textAt` writes it; `undefined` for NULL. */
export function cutTextAt(column: Column, row: number, limit: number): CutText | undefined {
  if (isNull(column, row)) return undefined;
  const { type } = column;
  if (type.kind === 'text') return cutString(column, row, limit);
  if (type.kind === 'blob') return cutBlob(column, row, limit);
  if (isNested(type)) return cut(jsonPrefix(column, row, limit), limit);
  return { text: textAt(column, row) ?? '', isCut: false };
}

/** As `cutTextAt`, with the reader's separators in numbers. */
export function displayText(column: Column, row: number, limit: number, locale: NumberLocale): CutText | undefined {
  const shown = cutTextAt(column, row, limit);
  if (shown === undefined || !isNumeric(column.type)) return shown;
  return { text: formatExact(shown.text, plainFormat, locale), isCut: false };
}

/** Whether digits are grouped: not in whole numbers that name something, such as a year or an id. */
export function groupsDigits({ name, type }: ColumnInfo): boolean {
  return !(type.kind === 'integer' && /(^|[_\s])(id|key|year|yr|zip|plz|code|no|nr)$|Id$/i.test(name));
}

function cutString(column: Column, row: number, limit: number): CutText {
  const bytes = bytesAt(column, row);
  if (bytes.length <= limit) return { text: decoder.decode(bytes), isCut: false };
  return cut(decoder.decode(bytes.subarray(0, characterStart(bytes, limit * 4))), limit, bytes.length > limit * 4);
}

/** The nearest start of a UTF-8 character at or before a position. */
function characterStart(bytes: Uint8Array, position: number): number {
  let start = Math.min(position, bytes.length);
  while (start > 0 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

function cutBlob(column: Column, row: number, limit: number): CutText {
  const bytes = bytesAt(column, row);
  return cut(blobText(bytes.subarray(0, limit)), limit, bytes.length > limit);
}

function cut(text: string, limit: number, goesOn = false): CutText {
  if (text.length <= limit) return { text, isCut: goesOn };
  const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
  return { text: text.slice(0, end), isCut: true };
}

/** A nested value's JSON, at least as far as `limit` characters where it is that long. */
function jsonPrefix(column: Column, row: number, limit: number): string {
  if (isNull(column, row)) return 'null';
  const { type } = column;
  switch (type.kind) {
    case 'text': {
      const { text } = cutString(column, row, limit);
      return JSON.stringify(text);
    }
    case 'blob':
      return JSON.stringify(cutBlob(column, row, limit).text);
    case 'list':
    case 'fixed-list':
      return listPrefix(column, row, limit);
    case 'map':
      return mapPrefix(column, row, limit);
    case 'struct':
      return structPrefix(column, row, type.fields, limit);
    case 'union': {
      const child = column.children?.[column.typeIds?.[row] ?? 0];
      return child === undefined ? 'null' : jsonPrefix(child, row, limit);
    }
    default:
      return jsonAt(column, row);
  }
}

function listPrefix(column: Column, row: number, limit: number): string {
  const { start, end } = itemRange(column, row);
  const items = column.children?.[0];
  let text = '[';
  for (let index = start; index < end && items !== undefined && text.length <= limit; index++) {
    text += (index === start ? '' : ',') + jsonPrefix(items, index, limit - text.length);
  }
  return `${text}]`;
}

function mapPrefix(column: Column, row: number, limit: number): string {
  const { start, end } = itemRange(column, row);
  const [keys, values] = column.children ?? [];
  let text = '{';
  for (let index = start; index < end && keys !== undefined && values !== undefined && text.length <= limit; index++) {
    const key = jsonPrefix(keys, index, limit - text.length);
    text += `${index === start ? '' : ','}${key.startsWith('"') ? key : JSON.stringify(key)}:`;
    text += jsonPrefix(values, index, limit - text.length);
  }
  return `${text}}`;
}

function structPrefix(
  column: Column,
  row: number,
  fields: readonly { readonly name: string }[],
  limit: number,
): string {
  let text = '{';
  for (const [index, { name }] of fields.entries()) {
    if (text.length > limit) break;
    const child = column.children?.[index];
    text += `${index === 0 ? '' : ','}${JSON.stringify(name)}:`;
    text += child === undefined ? 'null' : jsonPrefix(child, row, limit - text.length);
  }
  return `${text}}`;
}
