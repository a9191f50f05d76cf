import { z } from 'zod';
import type { FunctionKind, FunctionShape, ParameterShape, SignatureShape } from '../../dialect/catalog-shape.ts';
import type { StructValue } from '../../engine/value.ts';
import { builtInFunctions } from './built-in.ts';
import { ownDescription } from './descriptions.ts';
import { isOffered } from './offered.ts';

const texts = z.array(z.string().nullable()).nullable();
const functionRow = z.object({
  function_name: z.string(),
  function_type: z.enum(['scalar', 'aggregate', 'table', 'macro', 'table_macro', 'pragma']),
  parameters: texts,
  parameter_types: texts,
  varargs: z.string().nullable(),
  return_type: z.string().nullable(),
  description: z.string().nullable(),
  examples: texts,
});
type FunctionRow = z.infer<typeof functionRow>;

/**
 * The rows of `functionsSql` as functions for the editor: overloads that differ in types alone are drawn together,
 * what does not work offline is left out, and what the engine does not list (window functions, syntax such as CAST) is added.
 */
export function parseFunctions(rows: readonly StructValue[]): FunctionShape[] {
  const groups = new Map<string, FunctionRow[]>();
  for (const row of rows.map((each) => functionRow.parse(each))) {
    if (!isOffered(row.function_name, row.function_type)) continue;
    const key = `${row.function_name} ${row.function_type}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const listed = [...groups.values()].map(functionOf);
  const taken = new Set(listed.map((found) => `${found.name} ${found.kind}`));
  return [...listed, ...builtInFunctions.filter((found) => !taken.has(`${found.name} ${found.kind}`))];
}

function functionOf(rows: readonly FunctionRow[]): FunctionShape {
  const [first] = rows;
  const name = first?.function_name ?? '';
  const own = ownDescription(name);
  const description = rows.find((row) => row.description !== null)?.description ?? own?.description;
  const examples = [...new Set(rows.flatMap((row) => row.examples ?? []).filter((example) => example !== null))];
  return {
    name,
    kind: kinds[first?.function_type ?? 'scalar'],
    signatures: mergeOverloads(rows),
    ...(description !== undefined && { description }),
    examples: examples.length > 0 || own === undefined ? examples : [own.example],
  };
}

const kinds: Readonly<Record<FunctionRow['function_type'], FunctionKind>> = {
  scalar: 'scalar',
  aggregate: 'aggregate',
  table: 'table-function',
  macro: 'macro',
  table_macro: 'table-macro',
  pragma: 'pragma',
};

/** One signature for all overloads with the same parameter names. */
function mergeOverloads(rows: readonly FunctionRow[]): SignatureShape[] {
  const byNames = new Map<string, FunctionRow[]>();
  for (const row of rows) {
    const isTable = row.function_type === 'table' || row.function_type === 'pragma';
    const key = isTable ? (row.parameters ?? []).filter(isPositional).join() : (row.parameters ?? []).join();
    byNames.set(key, [...(byNames.get(key) ?? []), row]);
  }
  return [...byNames.values()].map((group) => {
    const returns = commonType(group.map((row) => row.return_type));
    const varargs = commonType(group.map((row) => row.varargs));
    return {
      parameters: parametersOf(group),
      ...(returns !== undefined && { returns }),
      ...(varargs !== undefined && { varargs }),
    };
  });
}

/** Table functions call their unnamed parameters col0, col1 …; the others are written by name. */
const isPositional = (name: string | null) => name === null || /^col\d+$/.test(name);

function parametersOf(rows: readonly FunctionRow[]): ParameterShape[] {
  const [first] = rows;
  const names = first?.parameters ?? [];
  const isTable = first?.function_type === 'table';
  const parameters = names.map((name, index): ParameterShape => {
    const named = isTable && !isPositional(name);
    const type = commonType(
      rows.map((row) => row.parameter_types?.[named ? (row.parameters?.indexOf(name) ?? index) : index] ?? null),
    );
    return {
      name: name === null || isPositional(name) ? `argument${names.length > 1 ? index + 1 : ''}` : name,
      ...(type !== undefined && { type }),
      ...(named && { named: true }),
    };
  });
  const positional = parameters.filter((parameter) => parameter.named !== true);
  const named = parameters.filter((parameter) => parameter.named === true);
  return [...positional, ...named.sort((a, b) => a.name.localeCompare(b.name))];
}

const numbers = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL.*|BIGNUM)$/;

/** The type that all overloads share; NUMERIC for different numbers, up to three names side by side, ANY for more. */
function commonType(types: readonly (string | null)[]): string | undefined {
  const different = new Set(types.filter((type) => type !== null));
  if (different.size > 1) different.delete('TIMESTAMP WITH TIME ZONE');
  const all = [...different];
  if (all.length <= 1) return all[0];
  if (all.every((type) => numbers.test(type))) return 'NUMERIC';
  return all.length <= 3 && !different.has('ANY') ? all.join(' | ') : 'ANY';
}
