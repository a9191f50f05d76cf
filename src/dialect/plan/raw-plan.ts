import { z } from 'zod';
import { StillhouseError } from '../../core/error.ts';

/** One operator as DuckDB 1.4 writes it in `EXPLAIN (ANALYZE, FORMAT json)`. */
export interface RawNode {
  readonly operator_type?: string | undefined;
  readonly operator_name?: string | undefined;
  readonly operator_timing?: number | undefined;
  readonly operator_cardinality?: number | undefined;
  readonly operator_rows_scanned?: number | undefined;
  readonly extra_info?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly children?: readonly RawNode[] | undefined;
}

const rawNode: z.ZodType<RawNode> = z.lazy(() =>
  z.object({
    operator_type: z.string().optional(),
    operator_name: z.string().optional(),
    operator_timing: z.number().optional(),
    operator_cardinality: z.number().optional(),
    operator_rows_scanned: z.number().optional(),
    extra_info: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    children: z.array(rawNode).optional(),
  }),
);

/** Reads the JSON of `EXPLAIN (ANALYZE, FORMAT json)` down to the first operator that does work. Fails with `internal`. */
export function parseRawPlan(json: string): RawNode {
  let found: RawNode;
  try {
    found = rawNode.parse(JSON.parse(json));
  } catch (cause) {
    throw new StillhouseError('internal', 'The plan is not in the form this version of the engine writes.', {
      technical: json.slice(0, 1000),
      cause,
    });
  }
  while (isWrapper(found) && found.children?.[0] !== undefined) found = found.children[0];
  return found;
}

/** The query itself, and operators that only hand results on. */
function isWrapper(node: RawNode): boolean {
  return node.operator_type === undefined || /^(EXPLAIN_ANALYZE|RESULT_COLLECTOR)$/.test(node.operator_type);
}

/** A detail of an operator as a list. */
export function infoList(node: RawNode, key: string): readonly string[] {
  const value = node.extra_info?.[key];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
