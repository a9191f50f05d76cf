import { faultAt } from '../../dialect/distiller/translate/context.ts';
import type { Copy } from '../../dialect/distiller/syntax/statement.ts';
import type { Place } from '../place.ts';
import type { Handler } from './handler.ts';

/** There is no lake to write into, and SQL reaches no file that nobody chose. */
export const copyHandler: Handler<'copy'> = {
  run: (statement, place) => refuse(statement, place),
  show: (statement, place) => refuse(statement, place),
};

function refuse({ path, format, span }: Copy, place: Place): never {
  throw faultAt(
    place,
    span,
    `COPY cannot write to “${path}”: statements reach no folder of this machine.`,
    `Run the query by itself, then Export its rows as ${format === 'csv' ? 'CSV' : format === 'json' ? 'JSON' : 'Parquet'} to a place you choose.`,
    'capability',
  );
}
