import { isNumeric, type ColumnInfo } from '../engine/types.ts';
import { columnReferences } from './column-references.ts';
import type { ColumnReference } from './spec.ts';

/** A result column with what is known about its values; absent figures are unknown. */
export interface ProfiledColumn extends ColumnInfo {
  readonly distinctCount?: number;
  readonly nullCount?: number;
  /** Least and greatest value where they are numbers. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a column is good for in a chart. */
export type ColumnRole = 'measure' | 'time' | 'category' | 'key';

/** A column, its role and the way to name it in a spec. */
export interface RoledColumn {
  readonly column: ProfiledColumn;
  readonly role: ColumnRole;
  readonly reference: ColumnReference;
}

const keyName = /(^|_| )(id|uuid|guid|key|code|zip|postcode|postal|phone|isbn|sku|ean|hash|number|no|nr)$|[a-z]I[dD]$/i;
const codeName =
  /(^|_| )(year|quarter|month|week|day|weekday|hour|decile|quintile|quartile|rank|rating|stars|level|cohort|cluster|segment|store|group|age_?band)$/i;
const keyType = /^UUID$/;

/** Whole numbers with so few different values stand for categories. */
const mostOrdinals = 12;

/** Finds the role of each column by its type, its name and, where known, its values. */
export function roledColumns(columns: readonly ProfiledColumn[], rowCount: number | null): RoledColumn[] {
  const references = columnReferences(columns);
  return columns.map((column, index) => ({
    column,
    role: roleOf(column, rowCount),
    reference: references[index] ?? { name: column.name, occurrence: 1 },
  }));
}

/** Whether more of it makes sense as a sum: amounts and counts do, rates, prices and ages do not. */
export function isAdditive(name: string): boolean {
  return !/(rate|ratio|avg|average|mean|median|price|age|score|percent|pct|share|index|temperature|lat|latitude|lon|lng|longitude|height|weight|probability|balance|rank|rating|stars)s?($|_| )/i.test(
    name,
  );
}

/** Whether the values have an order of their own that their names tell: weekdays, months, bands, stages. */
export function isOrdinalName(name: string): boolean {
  return (
    codeName.test(name) || /(^|_| )(band|bucket|bin|stage|step|size|grade|phase|tier|priority|severity)$/i.test(name)
  );
}

function roleOf({ type, sqlType, name, distinctCount }: ProfiledColumn, rowCount: number | null): ColumnRole {
  if (type.kind === 'date' || type.kind === 'timestamp') return 'time';
  if (keyType.test(sqlType) || keyName.test(name)) return 'key';
  if (isNumeric(type)) return isCode(name, distinctCount, rowCount) ? 'category' : 'measure';
  if (!['text', 'boolean', 'enum', 'time'].includes(type.kind)) return 'key';
  const isUnique = distinctCount !== undefined && rowCount !== null && rowCount > 50 && distinctCount > 0.9 * rowCount;
  return isUnique ? 'key' : 'category';
}

function isCode(name: string, distinctCount: number | undefined, rowCount: number | null): boolean {
  if (codeName.test(name)) return true;
  const repeats = distinctCount !== undefined && rowCount !== null && rowCount >= 5 * distinctCount;
  return repeats && distinctCount <= mostOrdinals && !/amount|revenue|sales|total|sum|count|qty|quantity/i.test(name);
}
