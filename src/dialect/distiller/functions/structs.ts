import { typeText } from '../../type-tree.ts';
import { structSql } from '../translate/generators.ts';
import { structOf, type Typed, typed } from '../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from './contract.ts';

/** Functions that put values together under names. */
export const structFunctions: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['struct'],
    signature: 'struct(value AS name, …)',
    summary: 'A struct of the values; where one has no name it is col1, col2 and so on by its place.',
    arity: [1, Infinity],
    translate: (call) =>
      structWith(call.arguments().map((value, index) => [call.argumentName(index) ?? `col${index + 1}`, value])),
  },
  {
    kind: 'scalar',
    names: ['named_struct'],
    signature: "named_struct('name', value, …)",
    summary: 'A struct of names and values in turn.',
    arity: [2, Infinity],
    translate(call) {
      if (call.count % 2 === 1) {
        call.fail(
          'A name lacks its value: named_struct takes names and values in turn.',
          "It is written named_struct('name', value, …).",
        );
      }
      return structWith(
        Array.from({ length: call.count / 2 }, (_, index) => [nameAt(call, index * 2), call.argument(index * 2 + 1)]),
      );
    },
  },
];

function nameAt(call: FunctionCall, index: number): string {
  const name = call.constant(index);
  if (typeof name === 'string') return name;
  return call.fail(
    `A field’s name is a text that is written out, not ${typeText(call.argument(index).type)}.`,
    undefined,
    index,
  );
}

function structWith(fields: readonly (readonly [name: string, value: Typed])[]): Typed {
  return typed(
    structSql(fields.map(([name, value]) => [name, value.sql])),
    structOf(fields.map(([name, value]) => [name, value.type])),
  );
}
