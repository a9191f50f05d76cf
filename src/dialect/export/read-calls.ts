import { isExpressionWord } from '../keywords.ts';
import type { Cte, Group, Query, Structure } from '../structure/nodes.ts';
import { endsOperand, splitAtCommas } from '../structure/select-items.ts';
import { leftOperand } from './operands.ts';
import { callsInFrom } from './read-from.ts';
import type { Piece, SortOrder } from './piece.ts';
import { literalAt, type Reading } from './reading.ts';

/** Words before a bracket that are syntax, though they could be names. */
const syntax =
  /^(IN|VALUES|OVER|FILTER|USING|ON|WHERE|LATERAL|SETS|CUBE|ROLLUP|EXCLUDE|RENAME|RECURSIVE|MATERIALIZED|KEY|INTERVAL|EXTRACT|EXISTS|POSITION|OVERLAY|PIVOT|UNPIVOT|PARTITION|TABLE|GROUPING|ROW|SAMPLE|RESERVOIR|BERNOULLI|SYSTEM|INCLUDE|NULLS|STRUCT|AT|DECIMAL|NUMERIC|VARCHAR|CHAR)$/;

/** Functions whose arguments may be words of their own: `SUBSTRING(a FROM 1)`. */
const wordy = /^(SUBSTRING|TRIM)$/;

/** Puts a piece in place of every call of the statement. */
export function readCalls(reading: Reading): void {
  const { structure } = reading;
  const { lexemes, groups } = structure;
  const named = new Set(allTables(structure).map((cte) => cte.nameAt));
  const inFrom = callsInFrom(structure);
  lexemes.forEach((lexeme, at) => {
    const group = groups.get(at + 1);
    if (lexeme.name === undefined || group === undefined || lexemes[group.open]?.raw !== '(' || named.has(at)) return;
    if (isSyntax(structure, at) || inFrom.has(at)) return;
    if (lexeme.upper === 'UNNEST' && !isExploded(reading)) return;
    if (lexemes[at - 1]?.raw === '.') readChained(reading, at, group);
    else readCall(reading, at, group);
  });
}

/** Whether UNNEST among the columns has a plain name in the target; the translator says it as a join for the others. */
function isExploded({ target }: Reading): boolean {
  return target === 'spark' || target === 'databricks';
}

/** The common tables of a statement, those of inner queries included. */
export function allTables(structure: Structure): readonly Cte[] {
  const found: Cte[] = [];
  const visit = (query: Query): void => {
    for (const cte of query.ctes) {
      found.push(cte);
      if (cte.query !== undefined) visit(cte.query);
    }
    for (const block of query.blocks) block.queries.forEach(visit);
  };
  structure.roots.forEach(visit);
  return found;
}

function isSyntax({ lexemes, groups, queryByBracket }: Structure, at: number): boolean {
  const { upper, kind } = lexemes[at] ?? { upper: '', kind: 'word' };
  const before = lexemes[at - 1];
  if (
    before?.raw !== '.' &&
    (endsOperand(before) || /^(AS|::|INTO|UPDATE|VIEW|MACRO|FUNCTION)$/.test(before?.upper ?? ''))
  )
    return true;
  if (kind === 'quoted') return false;
  const callable = /^(MAP|GLOB|LEFT|RIGHT)$/.test(upper);
  if (syntax.test(upper) || (isExpressionWord(upper) && !callable)) return true;
  if (queryByBracket.has(at + 1)) return true;
  if (upper === 'REPLACE' && before?.raw === '*' && !endsOperand(lexemes[at - 2])) return true;
  const close = groups.get(at + 1)?.close ?? at;
  return (
    wordy.test(upper) &&
    lexemes.slice(at + 2, close).some((inner) => /^(FROM|FOR|BOTH|LEADING|TRAILING)$/.test(inner.upper))
  );
}

/** `a.trim()` becomes `trim(a)`; a function of a schema keeps its name. */
function readChained(reading: Reading, at: number, group: Group): void {
  const { structure, edits } = reading;
  const { lexemes } = structure;
  const start = leftOperand(structure, at - 1);
  const name = lexemes[at]?.name ?? '';
  const hasMore = group.close > group.open + 1;
  const inner = callPiece(reading, name, at, group);
  const piece: Piece = {
    ...inner,
    argumentCount: inner.argumentCount + 1,
    literals: [undefined, ...inner.literals],
    argumentNames: [undefined, ...inner.argumentNames],
    lists: [false, ...inner.lists],
  };
  const { start: from } = reading.range(start, start + 1);
  edits.wrap(from, lexemes[group.close]?.end ?? from, `${reading.keep(piece)}(`, '');
  edits.replace(lexemes[at - 1]?.start ?? from, lexemes[group.open]?.end ?? from, hasMore ? ', ' : '');
  writeParts(reading, group, piece);
}

function readCall(reading: Reading, at: number, group: Group): void {
  const { structure, edits } = reading;
  const lexeme = structure.lexemes[at];
  if (lexeme?.name === undefined) return;
  const piece = callPiece(reading, lexeme.name, at, group);
  edits.replace(lexeme.start, lexeme.end, reading.keep(piece));
  writeParts(reading, group, piece);
}

function callPiece(reading: Reading, name: string, at: number, group: Group): Piece {
  const { structure } = reading;
  const { lexemes } = structure;
  const { parts, orderAt } = partsOf(structure, group);
  const close = group.close;
  const within = structure.groups.get(close + 3);
  const inWithin = lexemes[close + 1]?.upper === 'WITHIN' && lexemes[close + 2]?.upper === 'GROUP' ? within : undefined;
  const order = [
    ...orders(structure, group, orderAt),
    ...(inWithin === undefined ? [] : orders(structure, inWithin, inWithin.open + 1)),
  ];
  const tail = lexemes
    .slice((inWithin?.close ?? close) + 1, (inWithin?.close ?? close) + 3)
    .map((lexeme) => lexeme.upper);
  const filter = tail[0] === 'FILTER' ? structure.groups.get((inWithin?.close ?? close) + 2) : undefined;
  const after = (filter?.close ?? inWithin?.close ?? close) + 1;
  const inside = lexemes.slice(group.open, close);
  const ignores =
    (lexemes[after]?.upper === 'IGNORE' && lexemes[after + 1]?.upper === 'NULLS') ||
    inside.some(
      (lexeme, index) =>
        lexeme.upper === 'IGNORE' && inside[index + 1]?.upper === 'NULLS' && index + 2 === inside.length,
    );
  return {
    name: name.toLowerCase(),
    what: name,
    range: reading.range(at, at + 1),
    written: undefined,
    argumentCount: parts.length,
    literals: parts.map(([from, to]) => literalAt(reading, from, to)),
    argumentNames: parts.map(([from, to]) =>
      isNamed(structure, from) && to > from + 2 ? lexemes[from]?.name : undefined,
    ),
    lists: parts.map(([from]) => lexemes[from]?.raw === '[' || listCalls.test(lexemes[from]?.raw ?? '')),
    distinct: lexemes[group.open + 1]?.upper === 'DISTINCT',
    order,
    filtered: filter !== undefined,
    ignoresNulls: ignores,
    windowed:
      lexemes[after + (lexemes[after]?.upper === 'IGNORE' || lexemes[after]?.upper === 'RESPECT' ? 2 : 0)]?.upper ===
      'OVER',
  };
}

const listCalls =
  /^(list|list_\w+|string_split|str_split|split|array_agg|regexp_extract_all|range|map_keys|map_values)$/i;

function isNamed({ lexemes }: Structure, at: number): boolean {
  return lexemes[at]?.name !== undefined && /^(:=|=>)$/.test(lexemes[at + 1]?.raw ?? '');
}

/** The arguments of a call without DISTINCT, and where its ORDER BY begins. */
function partsOf(
  structure: Structure,
  group: Group,
): { readonly parts: readonly [number, number][]; readonly orderAt: number } {
  const { lexemes } = structure;
  let orderAt = group.close;
  for (let at = group.open + 1; at < group.close; at++) {
    if (lexemes[at]?.upper === 'ORDER' && lexemes[at + 1]?.upper === 'BY') orderAt = Math.min(orderAt, at);
    at = structure.groups.get(at)?.close ?? at;
  }
  const start = group.open + (lexemes[group.open + 1]?.upper === 'DISTINCT' ? 2 : 1);
  const parts = splitAtCommas(structure, start, orderAt).filter(
    ([from, to]) =>
      !(lexemes[from]?.raw === '*' && to === from + 1) && !/^(IGNORE|RESPECT)$/.test(lexemes[from]?.upper ?? ''),
  );
  return { parts, orderAt };
}

function orders(structure: Structure, group: Group, start: number): SortOrder[] {
  const { lexemes } = structure;
  if (start >= group.close) return [];
  const from = lexemes[start]?.upper === 'ORDER' ? start + 2 : start;
  return splitAtCommas(structure, from, group.close).map(([, end]) => {
    const nulls = lexemes[end - 2]?.upper === 'NULLS' ? lexemes[end - 1]?.upper : undefined;
    const word = lexemes[nulls === undefined ? end - 1 : end - 3]?.upper;
    return { descending: word === 'DESC', nullsFirst: nulls === 'FIRST' };
  });
}

/** Strips a call of all that is not an expression, so that its parts stand in a row. */
function writeParts(reading: Reading, group: Group, piece: Piece): void {
  const { structure, edits } = reading;
  const { lexemes, groups } = structure;
  const drop = (from: number, to: number, text = '') => {
    const range = reading.range(from, to);
    edits.replace(range.start, range.end, text);
  };
  if (piece.distinct) drop(group.open + 1, group.open + 2);
  const { parts, orderAt } = partsOf(structure, group);
  if (parts.length === 0 && lexemes[group.open + 1]?.raw === '*') drop(group.open + 1, group.open + 2);
  for (const [from] of parts) if (isNamed(structure, from)) drop(from, from + 2);
  const last = lexemes[group.close - 1];
  if (last?.upper === 'NULLS' && /^(IGNORE|RESPECT)$/.test(lexemes[group.close - 2]?.upper ?? ''))
    drop(group.close - 2, group.close);
  let count = parts.length;
  const dropOrder = (from: number, close: number) => {
    drop(from, from + 2, count > 0 ? ', ' : '');
    for (const [, end] of splitAtCommas(structure, from + 2, close)) {
      let start = end;
      while (/^(ASC|DESC|NULLS|FIRST|LAST)$/.test(lexemes[start - 1]?.upper ?? '') && start > from + 3) start--;
      if (start < end) drop(start, end);
      count++;
    }
  };
  if (orderAt < group.close) dropOrder(orderAt, group.close);
  let close = group.close;
  const within = lexemes[close + 1]?.upper === 'WITHIN' ? groups.get(close + 3) : undefined;
  if (within !== undefined) {
    drop(close, within.open + 1);
    dropOrder(within.open + 1, within.close);
    close = within.close;
  }
  const filter = lexemes[close + 1]?.upper === 'FILTER' ? groups.get(close + 2) : undefined;
  if (filter !== undefined) {
    const where = lexemes[filter.open + 1]?.upper === 'WHERE' ? 2 : 1;
    drop(close, filter.open + where, count > 0 ? ', ' : '');
    close = filter.close;
  }
  if (/^(IGNORE|RESPECT)$/.test(lexemes[close + 1]?.upper ?? '') && lexemes[close + 2]?.upper === 'NULLS')
    drop(close + 1, close + 3);
}
