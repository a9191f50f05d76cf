import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { fieldsOf, fieldType, parseType, type TypeTree } from '../../dialect/type-tree.ts';
import type { CatalogDataset } from '../../modules/catalog-view.ts';
import { type ColumnPath, columnPaths } from '../../modules/column-paths.ts';
import { nameSql } from '../../sql/name-sql.ts';

/** A segment by its namespace, such as `ups`, and its id. */
export interface SegmentName {
  readonly namespace: string;
  readonly segment: string;
}

/** Status of somebody who is in a segment; `existing` is what older profiles write. */
const inside = sql`('realized', 'existing')`;

/** The paths of a dataset that hold segment memberships, as structs or as maps. */
export function membershipPaths({ columns }: Pick<CatalogDataset, 'columns'>): readonly ColumnPath[] {
  return columnPaths(columns).filter(({ type }) => {
    const namespaces = valueTypes(parseType(type));
    return namespaces.length > 0 && namespaces.every((one) => valueTypes(one).some(hasStatus));
  });
}

/** The SQL that is true for members of a segment. */
export function membershipSql({ sql: value, type }: ColumnPath, { namespace, segment }: SegmentName): Sql {
  const tree = parseType(type);
  const inner = tree.kind === 'map' ? tree.value : fieldType(tree, namespace);
  const entry = entrySql(entrySql(value, tree, namespace), inner, segment);
  return sql`${entry}.status IN ${inside}`;
}

/** The segments that a type names by itself, where memberships are structs; `undefined` where rows must be read. */
export function segmentsOfType(type: string): readonly SegmentName[] | undefined {
  const tree = parseType(type);
  if (tree.kind !== 'struct' || tree.fields.some((field) => field.type.kind !== 'struct')) return undefined;
  return tree.fields.flatMap(({ name: namespace, type: inner }) =>
    fieldsOf(inner)
      .filter((field) => hasStatus(field.type))
      .map((field) => ({ namespace, segment: field.name })),
  );
}

/** A query of all segments that rows name, with columns `namespace` and `segment`. */
export function segmentsSql(from: Sql, { sql: value, type }: ColumnPath): Sql {
  const tree = parseType(type);
  const parts =
    tree.kind === 'map'
      ? [
          sql`SELECT entry.key AS namespace, ${segmentList(sql`entry.value`, tree.value)} AS segment
  FROM (
    SELECT unnest(map_entries(${value})) AS entry
    FROM ${from}
  )`,
        ]
      : fieldsOf(tree).map(
          ({ name, type: inner }) =>
            sql`SELECT ${literal(name)} AS namespace, ${segmentList(sql`${value}.${nameSql(name)}`, inner)} AS segment
  FROM ${from}`,
        );
  return sql`SELECT DISTINCT CAST(namespace AS VARCHAR) AS namespace, CAST(segment AS VARCHAR) AS segment
FROM (
  ${joinSql(parts, '\n  UNION ALL\n  ')}
)
WHERE segment IS NOT NULL
ORDER BY ALL`;
}

function segmentList(value: Sql, type: TypeTree): Sql {
  if (type.kind === 'map') return sql`unnest(map_keys(${value}))`;
  const names = fieldsOf(type).map(({ name }) => literal(name));
  return sql`unnest([${joinSql(names, ', ')}])`;
}

function entrySql(value: Sql, type: TypeTree | undefined, name: string): Sql {
  return type?.kind === 'map' ? sql`${value}[${literal(name)}]` : sql`${value}.${nameSql(name)}`;
}

function valueTypes(type: TypeTree): readonly TypeTree[] {
  return type.kind === 'map' ? [type.value] : type.kind === 'struct' ? type.fields.map((field) => field.type) : [];
}

function hasStatus(type: TypeTree): boolean {
  const status = fieldType(type, 'status');
  return (
    type.kind === 'struct' && (status?.kind === 'enum' || (status?.kind === 'scalar' && status.name === 'VARCHAR'))
  );
}
