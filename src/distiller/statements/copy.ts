import { faultAt } from '../../dialect/distiller/translate/context.ts';
import type { Handler } from './handler.ts';

/** There is no lake to write into, and SQL reaches no file that nobody chose. */
export const copyHandler: Handler<'copy'> = {
  run({ path, format, span }, place) {
    throw faultAt(
      place,
      span,
      `COPY cannot write to “${path}”: statements reach no folder of this machine.`,
      `Run the query by itself, then Export its rows as ${format === 'csv' ? 'CSV' : format === 'json' ? 'JSON' : 'Parquet'} to a place you choose.`,
      'capability',
    );
  },
};
