import { resolveStatement } from '../analysis.ts';
import type { CatalogShape } from '../catalog-shape.ts';
import type { Marker } from '../markers.ts';
import { readScript } from '../script.ts';
import { notInSubqueries, nullComparisons } from './expression-rules.ts';
import type { LintRule } from './rule.ts';
import { cartesianJoins, missingWhere, unknownTables } from './table-rules.ts';
import { unknownColumns } from './unknown-columns.ts';

const rules: readonly LintRule[] = [
  nullComparisons,
  notInSubqueries,
  cartesianJoins,
  missingWhere,
  unknownTables,
  unknownColumns,
];

/** Warnings and hints about a script, without running it; they come in the order of the text. */
export function lintScript(text: string, shape: CatalogShape): Marker[] {
  const script = readScript(text);
  return script.statements
    .flatMap((statement) => {
      const resolver = resolveStatement(script, statement, shape);
      const context = { script, statement, resolver, structure: resolver.structure };
      return rules.flatMap((rule) => rule(context));
    })
    .sort((a, b) => a.range.start - b.range.start);
}
