import { sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { type DataType, integer, itemOf, structOf, unknownType } from '../../translate/typed.ts';
import { listArgument } from '../arrays/arguments.ts';
import type { FunctionCall, FunctionEntry, Generated, GeneratorEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';
import { mapArgument } from '../maps/arguments.ts';

/** Generators that make a row of every item or entry. */
export const explodingGenerators: readonly FunctionEntry[] = [
  ...withOuter('explode', 'array_or_map', 'A row for each item, or for each key and value of a map', explode),
  ...withOuter('posexplode', 'array_or_map', 'A row for each item or entry, with its place from 0', positions),
  ...withOuter('inline', 'array_of_structs', 'A row for each struct, with a column for each field', inline),
];

function withOuter(
  name: string,
  parameter: string,
  summary: string,
  translate: (call: FunctionCall) => Generated,
): GeneratorEntry[] {
  return [false, true].map((outer) => ({
    kind: 'generator',
    names: [outer ? `${name}_outer` : name],
    signature: `${name}${outer ? '_outer' : ''}(${parameter})`,
    summary: outer ? `${summary}; one row of NULLs where there is none.` : `${summary}.`,
    arity: [1, 1],
    outer,
    translate,
  }));
}

interface Column {
  readonly name: string;
  readonly type: DataType;
}

function explode(call: FunctionCall): Generated {
  if (call.argument(0).type.kind === 'map') {
    const { map, key, value } = mapArgument(call, 0);
    return { rows: sql`map_entries(${map.sql})`, columns: entryColumns(key, value) };
  }
  const list = listArgument(call, 0);
  const row = ownLambda(['item'], ([item]) => sql`{'col': ${item}}`);
  return {
    rows: sql`list_transform(${list.sql}, ${row})`,
    values: list.sql,
    columns: [{ name: 'col', type: itemOf(list.type) }],
  };
}

const entryColumns = (key: DataType, value: DataType): Column[] => [
  { name: 'key', type: key },
  { name: 'value', type: value },
];

function positions(call: FunctionCall): Generated {
  const place: Column = { name: 'pos', type: integer };
  if (call.argument(0).type.kind === 'map') {
    const { map, key, value } = mapArgument(call, 0);
    const row = ownLambda(
      ['entry', 'place'],
      ([entry, at]) => sql`{'pos': CAST(${at} - 1 AS INTEGER), 'key': ${entry}.key, 'value': ${entry}.value}`,
    );
    return {
      rows: sql`list_transform(map_entries(${map.sql}), ${row})`,
      columns: [place, ...entryColumns(key, value)],
    };
  }
  const list = listArgument(call, 0);
  const row = ownLambda(['item', 'place'], ([item, at]) => sql`{'pos': CAST(${at} - 1 AS INTEGER), 'col': ${item}}`);
  return {
    rows: sql`list_transform(${list.sql}, ${row})`,
    columns: [place, { name: 'col', type: itemOf(list.type) }],
  };
}

function inline(call: FunctionCall): Generated {
  const list = listArgument(call, 0);
  const item = itemOf(list.type);
  if (item.kind === 'struct') return { rows: list.sql, columns: item.fields };
  const known = item === unknownType ? 'values of a type that is not known' : typeText(item);
  return call.fail(
    `“${call.name}” takes an array of structs, not of ${known}.`,
    `An array of plain values is taken apart by explode; ${typeText(structOf([['a', integer]]))}[] is an array of structs.`,
    0,
  );
}
