import { StillhouseError } from '../../core/error.ts';
import type { ValueType } from './value-type.ts';

const byName: Readonly<Partial<Record<string, ValueType>>> = {
  VARCHAR: { kind: 'text' },
  TEXT: { kind: 'text' },
  BOOLEAN: { kind: 'boolean' },
  BIGINT: { kind: 'bigint' },
  INTEGER: { kind: 'bigint' },
  HUGEINT: { kind: 'hugeint' },
  DOUBLE: { kind: 'double' },
  DATE: { kind: 'date' },
  TIMESTAMP: { kind: 'timestamp' },
  TIME: { kind: 'time' },
};

/** The type of a column by the name SQL has for it, such as `DECIMAL(18,2)`. Throws `input-invalid` for any other. */
export function valueTypeFromSql(name: string): ValueType {
  const upper = name.trim().toUpperCase();
  const known = byName[upper];
  if (known !== undefined) return known;
  const decimal = /^DECIMAL\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(upper);
  const [precision, scale] = [Number(decimal?.[1]), Number(decimal?.[2])];
  if (precision >= 1 && precision <= 38 && scale <= precision) return { kind: 'decimal', precision, scale };
  throw new StillhouseError('input-invalid', `“${name}” is no type that a column can be imported as.`, {
    remedy: `Use one of ${Object.keys(byName).join(', ')} or DECIMAL(precision,scale).`,
  });
}
