import { StillhouseError } from '../../core/error.ts';

/** A type as Spark's DDL names it. Names of simple types are the short ones: `INT`, `STRING`, `DECIMAL`. */
export type SparkType =
  | { readonly kind: 'simple'; readonly name: SimpleName; readonly precision: number; readonly scale: number }
  | { readonly kind: 'array'; readonly item: SparkType }
  | { readonly kind: 'map'; readonly value: SparkType }
  | { readonly kind: 'struct'; readonly fields: readonly SparkField[] };

export interface SparkField {
  readonly name: string;
  readonly type: SparkType;
}

type SimpleName =
  | 'TINYINT'
  | 'SMALLINT'
  | 'INT'
  | 'BIGINT'
  | 'FLOAT'
  | 'DOUBLE'
  | 'DECIMAL'
  | 'STRING'
  | 'BOOLEAN'
  | 'BINARY'
  | 'DATE'
  | 'TIMESTAMP';

const simpleNames: Readonly<Partial<Record<string, SimpleName>>> = {
  ...{ TINYINT: 'TINYINT', BYTE: 'TINYINT', SMALLINT: 'SMALLINT', SHORT: 'SMALLINT', INT: 'INT', INTEGER: 'INT' },
  ...{ BIGINT: 'BIGINT', LONG: 'BIGINT', FLOAT: 'FLOAT', REAL: 'FLOAT', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' },
  ...{ DECIMAL: 'DECIMAL', DEC: 'DECIMAL', NUMERIC: 'DECIMAL', STRING: 'STRING', VARCHAR: 'STRING', CHAR: 'STRING' },
  ...{ BINARY: 'BINARY', DATE: 'DATE', TIMESTAMP: 'TIMESTAMP', TIMESTAMP_NTZ: 'TIMESTAMP', TIMESTAMP_LTZ: 'TIMESTAMP' },
};

/** Reads `a INT, b ARRAY<STRING>` as a struct, and `ARRAY<INT>` or `STRUCT<a: INT>` as what it is. Throws `sql-value`. */
export function parseSchema(schema: string): SparkType {
  const tokens = schema.match(/`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|[\p{L}\p{N}_]+|[^\s]/gu) ?? [];
  return new SchemaReader(schema, tokens).whole();
}

class SchemaReader {
  private at = 0;
  constructor(
    private readonly schema: string,
    private readonly tokens: readonly string[],
  ) {}

  whole(): SparkType {
    const [first = '', second = ''] = this.tokens;
    const isType = second === '<' || second === '(' || this.tokens.length === 1;
    const type = isType && !first.startsWith('`') ? this.type() : this.struct(undefined);
    if (this.at < this.tokens.length) this.fail();
    return type;
  }

  private type(): SparkType {
    const name = (this.tokens[this.at++] ?? '').toUpperCase();
    switch (name) {
      case 'ARRAY': {
        this.expect('<');
        const item = this.type();
        this.expect('>');
        return { kind: 'array', item };
      }
      case 'MAP': {
        this.expect('<');
        this.type();
        this.expect(',');
        const value = this.type();
        this.expect('>');
        return { kind: 'map', value };
      }
      case 'STRUCT':
        this.expect('<');
        return this.struct('>');
      default:
        return this.simple(name);
    }
  }

  private struct(end: '>' | undefined): SparkType {
    const fields: SparkField[] = [];
    if (this.takes(end)) return { kind: 'struct', fields };
    do {
      const written = this.tokens[this.at++] ?? this.fail();
      this.takes(':');
      const name = written.startsWith('`') ? written.slice(1, -1).replaceAll('``', '`') : written;
      fields.push({ name, type: this.type() });
      this.skipNotes();
    } while (this.takes(','));
    if (end !== undefined) this.expect(end);
    return { kind: 'struct', fields };
  }

  private simple(written: string): SparkType {
    const name = simpleNames[written] ?? this.fail();
    let [precision, scale] = [10, 0];
    if (this.takes('(')) {
      precision = Number(this.tokens[this.at++]);
      if (this.takes(',')) scale = Number(this.tokens[this.at++]);
      this.expect(')');
    }
    return { kind: 'simple', name, precision, scale };
  }

  /** `NOT NULL` and `COMMENT '…'` behind a field change nothing here. */
  private skipNotes(): void {
    const word = () => this.tokens[this.at]?.toUpperCase();
    if (word() === 'NOT') this.at += 2;
    if (word() === 'COMMENT') this.at += 2;
  }

  private takes(token: string | undefined): boolean {
    if (token === undefined || this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) this.fail();
  }

  private fail(): never {
    throw new StillhouseError(
      'sql-value',
      `The schema "${this.schema}" cannot be read: it is written 'a INT, b ARRAY<STRING>'.`,
    );
  }
}
