import { identifier, literal, type Sql, sql } from '../../core/sql.ts';
import type { SourceDataset } from '../../modules/source-dataset.ts';
import { encodeDigest, hashSql } from './hash-sql.ts';
import { normaliseSql } from './normalise-sql.ts';
import type { SendField } from './send-settings.ts';

/** The column of the source that a field is made from; NULL for a constant. */
export function rawSql(field: SendField, source: SourceDataset): Sql {
  return field.normalise.kind === 'constant' ? sql`CAST(NULL AS VARCHAR)` : source.column(field.path).sql;
}

/** Names the source's value of the field at `index`, from 0. */
export function rawName(index: number): Sql {
  return identifier(`raw_${index + 1}`);
}

/** Names the treated value of the field at `index`, from 0; NULL where it has none. */
export function fieldName(index: number): Sql {
  return identifier(`field_${index + 1}`);
}

/** The treated value: normalised, then hashed. */
export function treatedSql({ normalise, hash }: SendField, raw: Sql, country: string): Sql {
  const value = normaliseSql(raw, normalise, country);
  if (normalise.kind === 'digest') return encodeDigest(value, hash);
  if (hash === 'none') return value;
  return hashSql(normalise.kind === 'as-is' ? sql`CAST(${value} AS VARCHAR)` : value, hash);
}

/** What leaves in the field: its treated value, or what stands for none. */
export function leavingSql({ onNull }: SendField, index: number): Sql {
  if (onNull.kind !== 'text') return fieldName(index);
  return sql`coalesce(CAST(${fieldName(index)} AS VARCHAR), ${literal(onNull.text)})`;
}
