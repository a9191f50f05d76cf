import type { WrittenType } from '../syntax/type.ts';
import { type Context, faultAt } from './context.ts';
import {
  bigint,
  blob,
  boolean,
  type DataType,
  date,
  double,
  float,
  integer,
  interval,
  listOf,
  mapOf,
  nullType,
  smallint,
  structOf,
  timestamp,
  tinyint,
  varchar,
} from './typed.ts';

const scalars: Readonly<Partial<Record<string, DataType>>> = {
  boolean,
  tinyint,
  byte: tinyint,
  smallint,
  short: smallint,
  int: integer,
  integer,
  bigint,
  long: bigint,
  float,
  real: float,
  double,
  'double precision': double,
  string: varchar,
  text: varchar,
  varchar,
  char: varchar,
  character: varchar,
  binary: blob,
  date,
  timestamp,
  timestamp_ntz: timestamp,
  timestamp_ltz: timestamp,
  datetime: timestamp,
  interval,
  void: nullType,
};

const decimals = new Set(['decimal', 'dec', 'numeric']);

/** The type that a written one stands for; DECIMAL alone is DECIMAL(10,0). */
export function dataTypeOf(written: WrittenType, context: Pick<Context, 'source'>): DataType {
  switch (written.kind) {
    case 'array':
      return listOf(dataTypeOf(written.item, context));
    case 'map':
      return mapOf(dataTypeOf(written.key, context), dataTypeOf(written.value, context));
    case 'struct':
      return structOf(written.fields.map(({ name, type }) => [name, dataTypeOf(type, context)]));
    case 'scalar': {
      if (decimals.has(written.name)) {
        const [precision = 10, scale = 0] = written.parameters;
        return { kind: 'scalar', name: `DECIMAL(${precision},${scale})` };
      }
      const found = scalars[written.name];
      if (found !== undefined) return found;
      throw faultAt(
        context,
        written.span,
        `There is no type “${written.name}”.`,
        'There is string, int, bigint, double, decimal, boolean, date, timestamp, binary, array, map and struct.',
      );
    }
  }
}
