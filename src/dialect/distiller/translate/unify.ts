import { castTo } from './coerce.ts';
import { decimal, decimalShape } from './decimal.ts';
import {
  bigint,
  boolean,
  date,
  type DataType,
  double,
  familyOf,
  float,
  integer,
  listOf,
  mapOf,
  nullType,
  smallint,
  timestamp,
  tinyint,
  type Typed,
  unknownType,
  varchar,
} from './typed.ts';
import { typeText } from '../../type-tree.ts';

const integerRank: Readonly<Partial<Record<string, number>>> = { TINYINT: 0, SMALLINT: 1, INTEGER: 2, BIGINT: 3 };
const integers = [tinyint, smallint, integer, bigint] as const;

/** The type that values of both can have, as Spark finds it for CASE, coalesce, arrays and set operations. */
export function commonType(left: DataType, right: DataType): DataType {
  const [a, b] = [familyOf(left), familyOf(right)];
  if (a === 'null') return right;
  if (b === 'null' || typeText(left) === typeText(right)) return left;
  if (a === 'unknown' || b === 'unknown') return unknownType;
  if (a === 'text' || b === 'text') return varchar;
  if (a === 'integer' && b === 'integer') return widerInteger(left, right);
  if (isNumber(a) && isNumber(b)) return commonNumber(left, right);
  if (
    (a === 'date' && b === 'timestamp') ||
    (a === 'timestamp' && b === 'date') ||
    (a === 'timestamp' && b === 'timestamp')
  )
    return timestamp;
  if (a === 'date' && b === 'date') return date;
  if (a === 'boolean' && b === 'boolean') return boolean;
  if (left.kind === 'list' && right.kind === 'list') return listOf(commonType(left.item, right.item));
  if (left.kind === 'map' && right.kind === 'map')
    return mapOf(commonType(left.key, right.key), commonType(left.value, right.value));
  if (left.kind === 'struct' && right.kind === 'struct' && left.fields.length === right.fields.length) {
    return {
      kind: 'struct',
      fields: left.fields.map(({ name, type }, index) => ({
        name,
        type: commonType(type, right.fields[index]?.type ?? unknownType),
      })),
    };
  }
  return unknownType;
}

const isNumber = (family: string) => family === 'integer' || family === 'decimal' || family === 'fractional';

function widerInteger(left: DataType, right: DataType): DataType {
  const rank = Math.max(integerRank[typeText(left)] ?? 3, integerRank[typeText(right)] ?? 3);
  return integers[rank] ?? bigint;
}

function commonNumber(left: DataType, right: DataType): DataType {
  if (familyOf(left) === 'fractional' || familyOf(right) === 'fractional') {
    return typeText(left) === 'FLOAT' && typeText(right) === 'FLOAT' ? float : double;
  }
  const [p, q] = [decimalShape(left), decimalShape(right)];
  const scale = Math.max(p.scale, q.scale);
  return decimal(Math.max(p.precision - p.scale, q.precision - q.scale) + scale, scale);
}

/** The common type of several values; `NULL`'s when all are NULL. */
export function commonTypeOf(values: readonly Typed[]): DataType {
  return values.map(({ type }) => type).reduce(commonType, nullType);
}

/** The values brought to their common type; untouched where it is not known. */
export function unify(values: readonly Typed[]): { readonly values: readonly Typed[]; readonly type: DataType } {
  const type = commonTypeOf(values);
  const family = familyOf(type);
  if (family === 'unknown' || family === 'null') return { values, type };
  return { values: values.map((value) => bring(value, type)), type };
}

/** Numbers widen by themselves in the engine, and NULL fits anywhere. */
function bring(value: Typed, type: DataType): Typed {
  const [from, to] = [familyOf(value.type), familyOf(type)];
  if (from === 'null' || (isNumber(from) && isNumber(to))) return value;
  return castTo(value, type);
}
