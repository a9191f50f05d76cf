import type { Piece, SortOrder } from './piece.ts';
import type { Said, Template } from './rules/rule.ts';
import type { ExportTarget } from './target.ts';
import { closingBracket } from './target-text.ts';

/** A call's parts in the target's words. */
export interface Parts {
  readonly arguments: readonly string[];
  readonly keys: readonly string[];
  readonly condition: string | undefined;
}

/** The parts of a piece from the row they stood in. */
export function partsOfRow(row: readonly string[], { argumentCount, order, filtered }: Piece): Parts {
  const keysEnd = argumentCount + order.length;
  return {
    arguments: row.slice(0, argumentCount),
    keys: row.slice(argumentCount, keysEnd),
    condition: filtered ? row[keysEnd] : undefined,
  };
}

/** Which of a rule's texts a call gets; `undefined` where none fits the number of its arguments. */
export function chooseTemplate(template: Template, call: Said): string | undefined {
  if (typeof template === 'function') return template(call);
  if (typeof template === 'string') return fits(template, call.arguments.length) ? template : undefined;
  return template.find((candidate) => fits(candidate, call.arguments.length));
}

function fits(template: string, count: number): boolean {
  const highest = Math.max(0, ...[...template.matchAll(/\{\(?(\d+)/g)].map((match) => Number(match[1])));
  return /\{(?:\d*\*)\}/.test(template) || highest === count;
}

const place = /\{(\(?)([\w*]+)(?:\.(\w+)|([+-]\d))?\)?\}/g;

/** Fills a template. */
export function fillTemplate(
  template: string,
  { arguments: given, keys }: Parts,
  piece: Piece,
  target: ExportTarget,
): string {
  const order = keys.map((key, index) => `${key}${orderWords(piece.order[index], target)}`).join(', ');
  const filled = template.replace(place, (whole, bracket: string, name: string, member?: string, step?: string) => {
    if (name === 'distinct') return piece.distinct ? 'DISTINCT ' : '';
    if (name === 'order') return order === '' ? '' : ` ORDER BY ${order}`;
    if (name === 'within') return order === '' ? '' : ` WITHIN GROUP (ORDER BY ${order})`;
    if (name === 'key') return keys[0] ?? '';
    if (name === '*') return given.join(', ');
    const rest = /^(\d+)\*$/.exec(name);
    if (rest !== null) return given.slice(Number(rest[1]) - 1).join(', ');
    const value = given[Number(name) - 1];
    if (value === undefined) return whole;
    if (member !== undefined) return lambdaPart(value, member);
    if (step !== undefined) return stepped(value, Number(step), target);
    return bracket === '' ? value : single(value, target);
  });
  return filled;
}

function orderWords(order: SortOrder | undefined, target: ExportTarget): string {
  if (order === undefined) return '';
  const direction = order.descending ? ' DESC' : '';
  return order.nullsFirst === nullsFirstByDefault(target, order.descending) || target === 'bigquery'
    ? direction
    : `${direction} NULLS ${order.nullsFirst ? 'FIRST' : 'LAST'}`;
}

/** Where a target puts rows without a sort key when nothing is said. */
function nullsFirstByDefault(target: ExportTarget, descending: boolean): boolean {
  if (target === 'trino') return false;
  return target === 'spark' || target === 'databricks' || target === 'bigquery' ? !descending : descending;
}

/** A lambda's parameters, or what it computes. */
export function lambdaPart(text: string, part: string): string {
  const arrow = text.indexOf('->');
  if (arrow < 0) return text;
  const names = text
    .slice(0, arrow)
    .trim()
    .replace(/^\((.*)\)$/s, '$1');
  return part === 'name' ? names : text.slice(arrow + 2).trim();
}

/** A number some steps on: a written one is counted, another stays a sum. */
function stepped(value: string, step: number, target: ExportTarget): string {
  if (/^\d+$/.test(value)) return String(Number(value) + step);
  return `${single(value, target)} ${step < 0 ? '-' : '+'} ${Math.abs(step)}`;
}

/** An operand that needs no brackets beside an operator, or itself in brackets. */
function single(value: string, target: ExportTarget): string {
  if (/^[\w.$"`]+$/.test(value) || /^'(?:[^'\\]|'')*'$/.test(value)) return value;
  const open = /^[\w.]*\(/.exec(value);
  if (open !== null && closingBracket(value, open[0].length - 1, target) === value.length - 1) return value;
  return `(${value})`;
}
