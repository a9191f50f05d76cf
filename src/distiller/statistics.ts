import { identifier, joinSql, literal, type Sql, sql } from '../core/sql.ts';
import { type DataType, familyOf, isNumeric, type KnownColumn } from '../dialect/distiller/translate/typed.ts';

/** A column, or a field of one, that statistics are computed of. */
export interface Leaf {
  /** Dotted: `marketing.trackingcode`. */
  readonly name: string;
  readonly value: Sql;
  readonly type: DataType;
}

/** The leaves of a table's columns: fields of structs one by one; arrays and maps only when asked for, as they are. */
export function leavesOf(columns: readonly KnownColumn[], { complex }: { readonly complex: boolean }): readonly Leaf[] {
  const below = ({ name, value, type }: Leaf): readonly Leaf[] => {
    if (type.kind === 'struct') {
      return type.fields.flatMap((field) =>
        below({
          name: `${name}.${field.name}`,
          value: sql`struct_extract(${value}, ${literal(field.name)})`,
          type: field.type,
        }),
      );
    }
    return (type.kind === 'list' || type.kind === 'map') && !complex ? [] : [{ name, value, type }];
  };
  return columns.flatMap(({ name, type }) => below({ name, value: identifier(name), type }));
}

/** What is measured of one leaf in a single pass, as the fields of a struct. */
export type Measures = (leaf: Leaf, exact: boolean) => readonly (readonly [name: string, value: Sql])[];

/**
 * A row for each leaf, computed in one scan of the source: all aggregates stand in one SELECT, which is then taken apart.
 * The standard deviation is that of a sample.
 */
export function measuredSql(
  source: Sql,
  {
    leaves,
    exact,
    measures,
  }: { readonly leaves: readonly Leaf[]; readonly exact: boolean; readonly measures: Measures },
): Sql {
  const structs = leaves.map((leaf) => {
    const fields = measures(leaf, exact).map(([name, value]) => sql`${literal(name)}: ${value}`);
    return sql`{${joinSql(fields, ', ')}}`;
  });
  return sql`WITH measured AS MATERIALIZED (
  SELECT [
    ${joinSql(structs, ',\n    ')}
  ] AS leaves
  FROM ${source}
)
SELECT unnest(leaves, max_depth := 2)
FROM measured`;
}

const zero = sql`CAST(0 AS DOUBLE)`;
const asDouble = ({ value }: Leaf): Sql => sql`CAST(${value} AS DOUBLE)`;

/** Infinite values have no deviation: it is NaN, as Spark computes it. */
function deviation(leaf: Leaf): Sql {
  const value = asDouble(leaf);
  if (familyOf(leaf.type) !== 'fractional') return sql`stddev_samp(${value})`;
  return sql`CASE WHEN bool_and(isfinite(${value})) THEN stddev_samp(${value}) FILTER (WHERE isfinite(${value})) WHEN count(${value}) > 0 THEN CAST('NaN' AS DOUBLE) END`;
}

/** Maps cannot be told apart as they are: their text can. */
function distinct({ value, type }: Leaf, exact: boolean): Sql {
  const compared = type.kind === 'scalar' ? value : sql`CAST(${value} AS VARCHAR)`;
  return exact ? sql`count(DISTINCT ${compared})` : sql`approx_count_distinct(${compared})`;
}

/** The columns of `COMPUTE STATISTICS`; what is no number has 0.0. `exact` counts different values instead of estimating. */
export const columnStatistics: Measures = (leaf, exact) => {
  const numeric = isNumeric(leaf.type);
  const value = asDouble(leaf);
  return [
    ['columnName', literal(leaf.name)],
    ['mean', numeric ? sql`avg(${value})` : zero],
    ['max', numeric ? sql`max(${value})` : zero],
    ['min', numeric ? sql`min(${value})` : zero],
    ['standardDeviation', numeric ? deviation(leaf) : zero],
    ['approxDistinctCount', sql`CAST(${distinct(leaf, exact)} AS DOUBLE)`],
    ['nullCount', sql`count(*) - count(${leaf.value})`],
    ['dataType', literal(statisticsType(leaf.type))],
  ];
};

/** The columns of the accelerated store's `ANALYZE TABLE`. */
export const fieldStatistics: Measures = (leaf, exact) => {
  const numeric = isNumeric(leaf.type);
  const value = asDouble(leaf);
  const ordered = leaf.type.kind === 'scalar' && familyOf(leaf.type) !== 'binary';
  const none = sql`CAST(NULL AS DOUBLE)`;
  return [
    ['field', literal(leaf.name)],
    ['data-type', literal(statisticsType(leaf.type).toLowerCase())],
    ['count', sql`count(${leaf.value})`],
    ['distinct-count', distinct(leaf, exact)],
    ['missing', sql`count(*) - count(${leaf.value})`],
    ['max', ordered ? sql`CAST(max(${leaf.value}) AS VARCHAR)` : sql`CAST(NULL AS VARCHAR)`],
    ['min', ordered ? sql`CAST(min(${leaf.value}) AS VARCHAR)` : sql`CAST(NULL AS VARCHAR)`],
    ['mean', numeric ? sql`avg(${value})` : none],
    ['stdev', numeric ? deviation(leaf) : none],
  ];
};

const typeNames: Readonly<Partial<Record<string, string>>> = {
  TINYINT: 'Byte',
  SMALLINT: 'Short',
  INTEGER: 'Integer',
  BIGINT: 'Long',
  FLOAT: 'Float',
  DOUBLE: 'Double',
  BOOLEAN: 'Boolean',
  DATE: 'Date',
};

/** A type's name in statistics: `String`, `Long`, `Decimal(18,2)`, `Array`. */
function statisticsType(type: DataType): string {
  switch (familyOf(type)) {
    case 'text':
      return 'String';
    case 'timestamp':
      return 'Timestamp';
    case 'binary':
      return 'Binary';
    case 'list':
      return 'Array';
    case 'map':
      return 'Map';
    case 'decimal':
      return type.kind === 'scalar' ? type.name.replace('DECIMAL', 'Decimal') : 'Decimal';
    default:
      return (type.kind === 'scalar' ? typeNames[type.name] : undefined) ?? 'Other';
  }
}
