import type { Lexeme } from '../lexeme.ts';
import type { Structure } from '../structure/nodes.ts';
import { splitAtCommas } from '../structure/select-items.ts';
import { fieldType, parseType, subscriptType, type TypeTree } from '../type-tree.ts';

/** What an expression's names mean where it stands. */
export interface NameTypes {
  column(path: readonly string[]): TypeTree | undefined;
  returns(functionName: string): string | undefined;
  /** The type of the subquery whose bracket opens at a lexeme index. */
  subquery(open: number): TypeTree | undefined;
}

const scalar = (name: string): TypeTree => ({ kind: 'scalar', name });
const comparisons = new Set([
  '=',
  '<>',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'AND',
  'OR',
  'NOT',
  'IS',
  'IN',
  'LIKE',
  'ILIKE',
  'BETWEEN',
  'EXISTS',
]);

/** The type of the expression in a range of lexemes as far as it can be told without the engine. */
export function expressionType(structure: Structure, from: number, to: number, names: NameTypes): TypeTree | undefined {
  const { lexemes, groups } = structure;
  if (from >= to) return undefined;
  if (lexemes[from]?.upper === 'CASE') return caseType(structure, from, to, names);
  let concatenates = false;
  let cast: number | undefined;
  let arithmetic = false;
  for (let at = from; at < to; at++) {
    const word = lexemes[at]?.upper ?? '';
    if (comparisons.has(word) && !(at === from && word === 'NOT' && to - from === 1)) return scalar('BOOLEAN');
    if (word === 'OVER' || word === 'FILTER' || word === 'WITHIN') return expressionType(structure, from, at, names);
    if (word === '||') concatenates = true;
    else if (word === '::') cast = at;
    else if (lexemes[at]?.kind === 'operator' && at > from) arithmetic = true;
    at = Math.max(at, groups.get(at)?.close ?? at);
  }
  if (concatenates) return scalar('VARCHAR');
  if (arithmetic) return undefined;
  if (cast !== undefined) return parseType(rawText(lexemes, cast + 1, to));
  return operandType(structure, from, to, names);
}

function operandType(structure: Structure, from: number, to: number, names: NameTypes): TypeTree | undefined {
  const { lexemes, groups } = structure;
  const first = lexemes[from];
  if (first === undefined) return undefined;
  const group = groups.get(from);
  if (group !== undefined) {
    const isQuery = structure.queryByBracket.has(from);
    const base = isQuery ? names.subquery(from) : bracketType(structure, from, Math.min(group.close, to), names);
    return followed(structure, group.close + 1, to, base);
  }
  if (to - from === 1) {
    if (first.kind === 'string') return scalar('VARCHAR');
    if (first.kind === 'number') return numberType(first.raw.replaceAll('_', ''));
    if (first.upper === 'TRUE' || first.upper === 'FALSE') return scalar('BOOLEAN');
  }
  if (first.kind === 'word' && lexemes[from + 1]?.kind === 'string' && to - from === 2) return parseType(first.raw);
  if (first.upper === 'INTERVAL') return scalar('INTERVAL');
  if (first.name === undefined) return undefined;
  const call = groups.get(from + 1);
  if (call !== undefined && lexemes[from + 1]?.raw === '(') {
    return followed(structure, call.close + 1, to, callType(structure, from, call.close, names));
  }
  const path = [first.name];
  let at = from + 1;
  while (lexemes[at]?.raw === '.' && lexemes[at + 1]?.name !== undefined && at + 1 < to) {
    path.push(lexemes[at + 1]?.name ?? '');
    at += 2;
  }
  return followed(structure, at, to, names.column(path));
}

/** The type of a CASE, taken from its first THEN; `undefined` where something follows its END. */
function caseType(structure: Structure, from: number, to: number, names: NameTypes): TypeTree | undefined {
  const { lexemes } = structure;
  const words = lexemes.slice(from, to).map((lexeme) => lexeme.upper);
  if (words.lastIndexOf('CASE') > 0 || words.at(-1) !== 'END') return undefined;
  const then = from + words.indexOf('THEN');
  const end = words.findIndex((word, index) => from + index > then && /^(WHEN|ELSE|END)$/.test(word));
  return then < from ? undefined : expressionType(structure, then + 1, from + end, names);
}

/** Whole numbers take the narrowest of three types, decimals their own digits, exponents are DOUBLE. */
function numberType(text: string): TypeTree | undefined {
  if (/^\d+$/.test(text)) {
    const value = BigInt(text);
    return scalar(value < 1n << 31n ? 'INTEGER' : value < 1n << 63n ? 'BIGINT' : 'HUGEINT');
  }
  const [, whole = '', fraction = ''] = /^(\d*)\.(\d+)$/.exec(text) ?? [];
  if (fraction === '') return /e/i.test(text) && !/^0x/i.test(text) ? scalar('DOUBLE') : undefined;
  return scalar(`DECIMAL(${Math.max(whole.replace(/^0+/, '').length, 1) + fraction.length},${fraction.length})`);
}

/** `(…)`, `[…]` and `{…}` as an operand. */
function bracketType(structure: Structure, open: number, close: number, names: NameTypes): TypeTree | undefined {
  const { lexemes } = structure;
  const parts = splitAtCommas(structure, open + 1, close);
  const [first] = parts;
  if (lexemes.slice(open, close).some((lexeme) => lexeme.upper === 'FOR')) return undefined;
  switch (lexemes[open]?.raw) {
    case '[': {
      const item = first === undefined ? undefined : expressionType(structure, first[0], first[1], names);
      return item === undefined ? undefined : { kind: 'list', item };
    }
    case '{':
      return {
        kind: 'struct',
        fields: parts.map(([from, to]) => ({
          name: lexemes[from]?.name ?? lexemes[from]?.raw.replaceAll("'", '') ?? '',
          type: expressionType(structure, from + 2, to, names) ?? scalar(''),
        })),
      };
    default:
      return parts.length === 1 && first !== undefined
        ? expressionType(structure, first[0], first[1], names)
        : undefined;
  }
}

function callType(structure: Structure, nameAt: number, close: number, names: NameTypes): TypeTree | undefined {
  const { lexemes } = structure;
  const name = lexemes[nameAt]?.upper ?? '';
  const parts = splitAtCommas(structure, nameAt + 2, close);
  const argument = (index: number) => {
    const part = parts[index];
    return part === undefined ? undefined : expressionType(structure, part[0], part[1], names);
  };
  if (name === 'CAST' || name === 'TRY_CAST') {
    const as = lexemes.findIndex((lexeme, index) => index > nameAt && index < close && lexeme.upper === 'AS');
    return as < 0 ? undefined : parseType(rawText(lexemes, as + 1, close));
  }
  if (name === 'STRUCT_PACK') {
    const fields = parts.map(([from, to]) => ({
      name: lexemes[from]?.name ?? '',
      type: expressionType(structure, from + 2, to, names) ?? scalar(''),
    }));
    return { kind: 'struct', fields };
  }
  if (sameAsFirst.has(name)) return argument(0);
  if (itemOfFirst.has(name)) {
    const list = argument(0);
    return list?.kind === 'list' ? list.item : undefined;
  }
  if (listOfFirst.has(name)) {
    const item = argument(0);
    return item === undefined ? undefined : { kind: 'list', item };
  }
  const returns = names.returns(name);
  return returns === undefined ? undefined : parseType(returns);
}

const sameAsFirst = new Set(
  (
    'MIN MAX ANY_VALUE FIRST LAST MODE ARBITRARY COALESCE IFNULL NULLIF GREATEST LEAST LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE ' +
    'ARG_MAX ARG_MIN MAX_BY MIN_BY LIST_FILTER FILTER LIST_SORT LIST_DISTINCT LIST_REVERSE LIST_SLICE LIST_CONCAT'
  ).split(' '),
);
const itemOfFirst = new Set([
  'UNNEST',
  'LIST_EXTRACT',
  'LIST_ELEMENT',
  'LIST_FIRST',
  'LIST_LAST',
  'LIST_MAX',
  'LIST_MIN',
  'LIST_ANY_VALUE',
]);
const listOfFirst = new Set(['LIST', 'ARRAY_AGG', 'LIST_VALUE']);

/** Follows `.field` and `[subscript]` behind an operand. */
function followed(structure: Structure, start: number, to: number, base: TypeTree | undefined): TypeTree | undefined {
  const { lexemes, groups } = structure;
  let type = base;
  for (let at = start; at < to && type !== undefined;) {
    const lexeme = lexemes[at];
    if (lexeme?.raw === '.') {
      type = fieldType(type, lexemes[at + 1]?.name ?? '');
      at += 2;
    } else if (lexeme?.raw === '[') {
      const close = groups.get(at)?.close ?? to;
      const slice = lexemes.slice(at, close).some((inner) => inner.raw === ':');
      const key = lexemes[at + 1];
      const named =
        type.kind === 'struct' && key?.kind === 'string' ? fieldType(type, key.raw.slice(1, -1)) : undefined;
      type = named ?? subscriptType(type, slice);
      at = close + 1;
    } else return undefined;
  }
  return type;
}

function rawText(lexemes: readonly Lexeme[], from: number, to: number): string {
  return lexemes
    .slice(from, to)
    .map((lexeme) => lexeme.raw)
    .join(' ');
}
