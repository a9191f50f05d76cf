import type { CatalogIndex } from '../catalog-index.ts';
import { nameText } from '../keywords.ts';
import type { Marker } from '../markers.ts';
import type { ScopeRelation } from '../scope/scope.ts';
import { nearestName } from './nearest.ts';
import { blocksOf, type LintContext, rangeOf } from './rule.ts';

/** `FROM a, b` without any WHERE combines every row with every row. */
export function cartesianJoins({ structure, resolver }: LintContext): Marker[] {
  return blocksOf(structure).flatMap((block): Marker[] => {
    if (block.kind !== 'select' || block.clauses.some((clause) => clause.kind === 'where')) return [];
    const tables = resolver.relationsOf(block).filter((relation) => relation.origin === 'catalog');
    const [first] = tables;
    const second = tables.find((relation) => relation.source?.comma === true);
    const source = second?.source;
    if (first === undefined || second === undefined || source === undefined || first === second) return [];
    return [
      {
        range: rangeOf(structure, source.start, source.end),
        severity: 'warning',
        message: `Every row of ${first.alias} is combined with every row of ${second.alias}: a condition is missing. Use JOIN … ON, or CROSS JOIN if this is meant.`,
      },
    ];
  });
}

/** UPDATE and DELETE without WHERE change every row. */
export function missingWhere({ structure }: LintContext): Marker[] {
  return blocksOf(structure).flatMap((block): Marker[] => {
    if (block.kind !== 'update' && block.kind !== 'delete') return [];
    const [target] = block.clauses;
    const isLimited = block.clauses.some((clause) => clause.kind === 'where' || clause.kind === 'from');
    const isReady =
      block.kind === 'delete' || block.clauses.some((clause) => clause.kind === 'set' && clause.end > clause.start);
    if (target === undefined || target.end === target.start || isLimited || !isReady) return [];
    const verb = block.kind === 'update' ? 'UPDATE changes' : 'DELETE removes';
    return [
      {
        range: rangeOf(structure, block.start, block.start + 1),
        severity: 'hint',
        message: `Without WHERE, ${verb} every row of the table.`,
      },
    ];
  });
}

const systemNames = /^(duckdb_|pg_|sqlite_|pragma_)/i;

/** Tables that neither the catalog nor the script knows. */
export function unknownTables({ structure, resolver, script }: LintContext): Marker[] {
  const { shape } = resolver.catalog;
  if (shape.relations.length === 0) return [];
  const known = [
    ...shape.relations.map((relation) => relation.name),
    ...script.objects.relations.flatMap((relation) => relation.name.slice(-1)),
  ];
  return blocksOf(structure)
    .flatMap((block) => resolver.relationsOf(block))
    .filter(
      (relation) => relation.origin === 'unknown' && isCertain(relation, resolver.catalog, script.objects.schemas),
    )
    .map((relation): Marker => {
      const { source } = relation;
      const name = relation.name.at(-1) ?? '';
      const range = rangeOf(structure, (source?.end ?? 1) - 1, source?.end ?? 1);
      const suggestion = nearestName(name, known);
      const message = `There is no table "${relation.name.join('.')}".`;
      if (suggestion === undefined) return { range, severity: 'warning', message };
      return {
        range,
        severity: 'warning',
        message: `${message} Did you mean "${suggestion}"?`,
        fix: { title: `Change to ${suggestion}`, edits: [{ range, text: nameText(suggestion) }] },
      };
    });
}

/** Names of the system and of schemas that the catalog does not list may exist all the same. */
function isCertain(relation: ScopeRelation, catalog: CatalogIndex, created: readonly string[]): boolean {
  const [first = '', second] = relation.name;
  if (systemNames.test(relation.name.at(-1) ?? '') || relation.name.length > 2) return false;
  if (created.some((schema) => schema.toLowerCase() === first.toLowerCase())) return false;
  return second === undefined || catalog.hasSchema(first);
}
