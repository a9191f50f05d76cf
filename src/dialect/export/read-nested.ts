import { endsOperand, splitAtCommas } from '../structure/select-items.ts';
import type { Group } from '../structure/nodes.ts';
import { leftOperand } from './operands.ts';
import { plainPiece } from './piece.ts';
import type { Reading } from './reading.ts';

/** Puts pieces in place of what lists, structs and maps are written with. */
export function readNested(reading: Reading): void {
  const { structure } = reading;
  for (const group of structure.groups.values()) {
    const opener = structure.lexemes[group.open]?.raw;
    if (opener === '[' && endsOperand(structure.lexemes[group.open - 1])) readSubscript(reading, group);
    else if (opener === '[') readComprehension(reading, group);
    else if (opener === '{') readStruct(reading, group);
  }
  readLambdas(reading);
}

/** `l[1]`, `l[1:2]`; the type of a cast has brackets too. */
function readSubscript(reading: Reading, group: Group): void {
  const { structure, edits } = reading;
  const { lexemes } = structure;
  const start = leftOperand(structure, group.open);
  const inner = lexemes.slice(group.open + 1, group.close);
  if (inner.length === 0 || lexemes[group.open - 1]?.raw === '::' || castBefore(reading, group.open)) return;
  const colon = sliceAt(reading, group);
  const open = reading.range(group.open, group.open + 1);
  const shut = reading.range(group.close, group.close + 1);
  const what = colon === undefined ? '[…]' : '[… : …]';
  const key = inner.length === 1 && inner[0]?.kind === 'string';
  const name = colon !== undefined ? 'slice […]' : key ? 'member […]' : 'subscript […]';
  const piece = {
    ...plainPiece(
      name,
      what,
      reading.range(group.open, group.close + 1),
      colon === undefined ? 2 : 3,
      reading.written(start, group.close + 1),
    ),
    literals: [
      undefined,
      inner.length === 1 ? inner[0]?.raw : undefined,
      colon === group.close - 2 ? lexemes[group.close - 1]?.raw : undefined,
    ],
    lists: [/^(\]|\))$/.test(lexemes[group.open - 1]?.raw ?? '')],
  };
  edits.replace(open.start, open.end, ', ');
  if (colon !== undefined) {
    const place = reading.range(colon, colon + 1);
    edits.replace(
      place.start,
      place.end,
      `${colon === group.open + 1 ? '1' : ''}, ${colon === group.close - 1 ? 'NULL' : ''}`,
    );
  }
  const from = reading.range(start, start + 1).start;
  edits.wrap(from, shut.end, `${reading.keep(piece)}(`, '');
  edits.replace(shut.start, shut.end, ')');
}

/** Whether brackets belong to a type: `a::INT[3]`, `CAST(a AS INT[])`. */
function castBefore({ structure }: Reading, at: number): boolean {
  const { lexemes, groups } = structure;
  let before = at - 1;
  while (/^[\])]$/.test(lexemes[before]?.raw ?? '')) {
    const closed = [...groups.values()].find(({ close }) => close === before);
    if (closed === undefined) return false;
    before = closed.open - 1;
  }
  return lexemes[before - 1]?.raw === '::' || lexemes[before - 1]?.upper === 'AS';
}

function sliceAt({ structure }: Reading, group: Group): number | undefined {
  for (let at = group.open + 1; at < group.close; at++) {
    if (structure.lexemes[at]?.raw === ':') return at;
    at = structure.groups.get(at)?.close ?? at;
  }
  return undefined;
}

/** `[e FOR x IN l IF c]` stands as `(x -> e, l, x -> c)`. */
function readComprehension(reading: Reading, group: Group): void {
  const { structure, edits } = reading;
  const { lexemes } = structure;
  const find = (word: string, from: number) => {
    for (let at = from; at < group.close; at++) {
      if (lexemes[at]?.upper === word) return at;
      at = structure.groups.get(at)?.close ?? at;
    }
    return undefined;
  };
  const loop = find('FOR', group.open + 1);
  const within = loop === undefined ? undefined : find('IN', loop);
  if (loop === undefined || within === undefined) {
    if (reading.target === 'redshift') readList(reading, group);
    return;
  }
  const condition = find('IF', within);
  const names = lexemes.slice(loop + 1, within).flatMap((lexeme) => lexeme.name ?? []);
  const head = names.length === 1 ? (names[0] ?? '') : `(${names.join(', ')})`;
  const piece = plainPiece(
    'comprehension',
    '[… FOR … IN …]',
    reading.range(loop, within + 1),
    condition === undefined ? 2 : 3,
    reading.written(group.open, group.close + 1),
  );
  const put = (from: number, to: number, text: string) => {
    const range = reading.range(from, to);
    edits.replace(range.start, range.end, text);
  };
  put(group.open, group.open + 1, `${reading.keep(piece)}(${head} -> `);
  put(loop, within + 1, ', ');
  if (condition !== undefined) put(condition, condition + 1, `, ${head} -> `);
  put(group.close, group.close + 1, ')');
}

/** `[1, 2]`, which the translator writes for Redshift as PostgreSQL has it. */
function readList(reading: Reading, group: Group): void {
  const { structure, edits } = reading;
  const count = splitAtCommas(structure, group.open + 1, group.close).length;
  const piece = plainPiece('list_value', '[…]', reading.range(group.open, group.open + 1), count);
  const open = reading.range(group.open, group.open + 1);
  const shut = reading.range(group.close, group.close + 1);
  edits.replace(open.start, open.end, `${reading.keep(piece)}(`);
  edits.replace(shut.start, shut.end, ')');
}

/** `{'a': 1}` and `MAP {'a': 1}`. */
function readStruct(reading: Reading, group: Group): void {
  const { structure, edits } = reading;
  const { lexemes } = structure;
  const isMap = lexemes[group.open - 1]?.upper === 'MAP';
  const entries = splitAtCommas(structure, group.open + 1, group.close);
  const colons = entries.map(([from, to]) => {
    for (let at = from; at < to; at++) if (lexemes[at]?.raw === ':') return at;
    return undefined;
  });
  if (entries.length === 0 || colons.includes(undefined)) return;
  const start = isMap ? group.open - 1 : group.open;
  const names = isMap ? [] : entries.map(([from]) => keyName(lexemes[from]?.raw ?? ''));
  const piece = {
    ...plainPiece(
      isMap ? 'map {…}' : 'struct {…}',
      isMap ? 'MAP {…}' : '{…}',
      reading.range(start, group.open + 1),
      entries.length * (isMap ? 2 : 1),
      reading.written(start, group.close + 1),
    ),
    argumentNames: names,
  };
  const head = reading.range(start, group.open + 1);
  const shut = reading.range(group.close, group.close + 1);
  edits.replace(head.start, head.end, `${reading.keep(piece)}(`);
  edits.replace(shut.start, shut.end, ')');
  entries.forEach(([from], index) => {
    const colon = colons[index] ?? from;
    const range = isMap ? reading.range(colon, colon + 1) : reading.range(from, colon + 1);
    edits.replace(range.start, range.end, isMap ? ', ' : '');
  });
}

function keyName(raw: string): string {
  return /^['"]/.test(raw) ? raw.slice(1, -1).replaceAll("''", "'") : raw;
}

/** `lambda x: …` is the arrow of older DuckDB, which the translator knows. */
function readLambdas(reading: Reading): void {
  const { lexemes } = reading.structure;
  lexemes.forEach((lexeme, at) => {
    if (lexeme.upper !== 'LAMBDA') return;
    const colon = lexemes.findIndex((candidate, index) => index > at && candidate.raw === ':');
    if (colon < 0) return;
    const names = lexemes.slice(at + 1, colon).flatMap(({ name }) => name ?? []);
    const { start, end } = reading.range(at, colon + 1);
    reading.edits.replace(start, end, names.length === 1 ? `${names[0] ?? ''} ->` : `(${names.join(', ')}) ->`);
  });
}
