import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';

/** What kind of value a parameter takes; also the choices of its input. */
export type ParameterKind = ParameterValue['kind'];

/** A parameter's value as the user gave it; plain data, so that it can be remembered. */
export type ParameterValue =
  | { readonly kind: 'text'; readonly text: string }
  /** Any number of digits, with an optional sign. */
  | { readonly kind: 'integer'; readonly text: string }
  | { readonly kind: 'decimal'; readonly text: string }
  /** `2024-01-31`. */
  | { readonly kind: 'date'; readonly text: string }
  /** `2024-01-31 23:59` with optional seconds and fractions; `T` may stand between. */
  | { readonly kind: 'timestamp'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text-list'; readonly texts: readonly string[] }
  | { readonly kind: 'null' };

/** What is wrong with a value, as the end of a sentence; `undefined` when nothing is. */
export function parameterProblem(value: ParameterValue): string | undefined {
  switch (value.kind) {
    case 'integer':
      return /^[+-]?\d+$/.test(value.text.trim()) ? undefined : `"${value.text}" is not a whole number`;
    case 'decimal':
      return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.text.trim()) ? undefined : `"${value.text}" is not a number`;
    case 'date':
      return isDate(value.text.trim()) ? undefined : `"${value.text}" is not a date such as 2024-01-31`;
    case 'timestamp':
      return isTimestamp(value.text.trim()) ? undefined : `"${value.text}" is not a time such as 2024-01-31 23:59:00`;
    default:
      return undefined;
  }
}

/** The value as a literal that can stand wherever an operand can; the value must have no problem. */
export function parameterSql(value: ParameterValue): Sql {
  switch (value.kind) {
    case 'text':
      return textSql(value.text);
    case 'integer':
    case 'decimal':
      return numberSql(value.text.trim());
    case 'date':
      return sql`DATE ${literal(value.text.trim())}`;
    case 'timestamp':
      return sql`TIMESTAMP ${literal(value.text.trim().replace('T', ' '))}`;
    case 'boolean':
      return literal(value.value);
    case 'text-list':
      return sql`CAST([${joinSql(value.texts.map(textSql), ', ')}] AS VARCHAR[])`;
    case 'null':
      return literal(null);
  }
}

/** The texts as the inside of `IN (…)`; an empty list matches nothing, with NOT everything. */
export function listItemsSql(texts: readonly string[]): Sql {
  if (texts.length > 0) return joinSql(texts.map(textSql), ', ');
  return sql`SELECT unnest(CAST([] AS VARCHAR[])) AS ${identifier('value')}`;
}

/** A text with a NUL becomes a concatenation, which needs its own brackets. */
function textSql(text: string): Sql {
  return text.includes('\0') ? sql`(${literal(text)})` : literal(text);
}

/** A number already checked to be digits; a sign would run into an operator before it. */
function numberSql(text: string): Sql {
  const digits = rawSql(text.replace(/^\+/, ''));
  return text.startsWith('-') ? sql`(${digits})` : digits;
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

function isTimestamp(text: string): boolean {
  const [date = '', time = '', ...rest] = text.split(/[ T]/);
  return rest.length === 0 && isDate(date) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/.test(time);
}
