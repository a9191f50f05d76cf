import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asText } from '../../translate/coerce.ts';
import { bigint, type DataType, familyOf, integer, itemOf, type Typed, typed } from '../../translate/typed.ts';
import { decimalShape } from '../../translate/decimal.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** How Spark hashes a value of this type; `undefined` for what it does not hash. */
function kindOf(type: DataType): string | undefined {
  switch (familyOf(type)) {
    case 'integer':
      return type.kind === 'scalar' && type.name === 'BIGINT' ? 'long' : 'int';
    case 'decimal':
      return decimalShape(type).precision <= 18 ? 'decimal' : 'big-decimal';
    case 'fractional':
      return type.kind === 'scalar' && type.name === 'FLOAT' ? 'float' : 'double';
    case 'binary':
      return 'bytes';
    case 'boolean':
    case 'date':
    case 'timestamp':
      return familyOf(type);
    case 'text':
    case 'unknown':
    case 'null':
      return 'text';
    default:
      return undefined;
  }
}

/** One of our two functions; `seed` writes the hash so far as it takes it. */
interface RowHash {
  readonly native: Sql;
  seed(hash: Sql): Sql;
}

const murmur3: RowHash = { native: sql`sh_hash`, seed: (hash) => hash };
const xxHash64: RowHash = { native: sql`sh_xxhash64`, seed: (hash) => sql`CAST(${hash} AS VARCHAR)` };

/** The hash of values one after the other from a seed on; NULL leaves it as it is. */
function hashed(seed: Sql, values: readonly Typed[], hash: RowHash, call: FunctionCall): Sql {
  const flat = values.flatMap(leaves).filter(({ type }) => familyOf(type) !== 'null');
  const array = flat.findIndex(({ type }) => type.kind === 'list');
  const plain = array < 0 ? flat : flat.slice(0, array);
  const pairs = plain.flatMap((value) => [literal(kindOf(value.type) ?? refuse(call)), hashedForm(value)]);
  const start = pairs.length === 0 ? seed : sql`${hash.native}(${joinSql([hash.seed(seed), ...pairs], ', ')})`;
  const list = flat[array];
  if (list === undefined) return start;
  return hashed(overItems(start, list, hash, call), flat.slice(array + 1), hash, call);
}

/** A struct counts as its fields. */
function leaves(value: Typed): readonly Typed[] {
  const { type } = value;
  if (type.kind !== 'struct') return [value];
  return type.fields.flatMap((field) =>
    leaves(typed(sql`struct_extract(${value.sql}, ${literal(field.name)})`, field.type)),
  );
}

function overItems(start: Sql, list: Typed, hash: RowHash, call: FunctionCall): Sql {
  const item = typed(sql`_item`, itemOf(list.type));
  const next = hashed(sql`_hash`, [item], hash, call);
  return sql`coalesce(list_reduce(${list.sql}, lambda _hash, _item: ${next}, ${start}), ${start})`;
}

/** Bytes as they are, numbers with their own digits, all else as text. */
function hashedForm(value: Typed): Sql {
  switch (familyOf(value.type)) {
    case 'binary':
      return value.sql;
    case 'fractional':
      return sql`CAST(${value.sql} AS DOUBLE)`;
    default:
      return asText(value);
  }
}

function refuse(call: FunctionCall): never {
  return call.fail(`“${call.name}” takes no maps and intervals.`, 'Hash their keys and values as arrays.');
}

/** Hashes over the values of a row, the same as Spark’s. */
export const rowHashes: readonly FunctionEntry[] = [
  scalar('hash(value, …)', 'The Murmur3 hash of the values, as INT; the same as Spark’s.', (call) =>
    typed(hashed(sql`42`, call.arguments(), murmur3, call), integer),
  ),
  scalar('xxhash64(value, …)', 'The xxHash64 of the values, as BIGINT; the same as Spark’s.', (call) =>
    typed(hashed(sql`CAST(42 AS BIGINT)`, call.arguments(), xxHash64, call), bigint),
  ),
];
