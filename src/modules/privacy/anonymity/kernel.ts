import { z } from 'zod';
import { searchLattice } from '../../../privacy/anonymity/lattice.ts';
import { defineKernel } from '../../kernel.ts';

/** Columns of the table that the search gives, before `level_1`, `level_2`… */
export const proposalColumns = ['place', 'suppressed', 'classes', 'smallest', 'loss'] as const;

/** The name of a code column: of the column and the level, both from 0. */
export function codeName(column: number, level: number): string {
  return `code_${column + 1}_${level}`;
}

/** The name of a column of chosen levels. */
export function levelName(column: number): string {
  return `level_${column + 1}`;
}

/** Searches the levels of generalisation that reach k, the least loss first. */
export const latticeKernel = defineKernel({
  id: 'privacy.lattice',
  parameters: z.object({
    k: z.int(),
    /** Rows that may be left out, as a share. */
    suppress: z.number(),
    /** How many levels each column has, as `6,2,2`. */
    heights: z.string(),
    shown: z.int(),
  }),
  run({ groups }, { k, suppress, heights, shown }, progress) {
    const rows = groups?.columns.people ?? new Float64Array(0);
    const codes = heights
      .split(',')
      .map((height, column) =>
        Array.from({ length: Number(height) }, (_, level) => groups?.columns[codeName(column, level)] ?? rows),
      );
    const allowed = suppress * rows.reduce((sum, count) => sum + count, 0);
    const nodes = rows.length === 0 ? [] : searchLattice({ rows, codes }, { k, allowed, shown }, progress);
    const column = (value: (node: (typeof nodes)[number], index: number) => number) =>
      Float64Array.from(nodes, (node, index) => value(node, index));
    return {
      rowCount: nodes.length,
      columns: {
        place: column((_node, index) => index + 1),
        suppressed: column(({ suppressed }) => suppressed),
        classes: column(({ classes }) => classes),
        smallest: column(({ smallest }) => smallest),
        loss: column(({ loss }) => loss),
        ...Object.fromEntries(
          codes.map((_code, index) => [levelName(index), column(({ levels }) => levels[index] ?? 0)]),
        ),
      },
    };
  },
});
