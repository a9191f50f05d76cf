import { faultAt } from '../../dialect/distiller/translate/context.ts';
import type { Statement, Unsupported } from '../../dialect/distiller/syntax/statement.ts';
import type { Place } from '../place.ts';
import type { Handler } from './handler.ts';

const noModels = (statement: Statement, place: Place): never => {
  throw faultAt(
    place,
    statement.span,
    'Models cannot be made or listed yet.',
    'All other statements of the script run.',
    'capability',
  );
};

/** Models are read whole and with their places, and have no engine yet. */
export const createModelHandler: Handler<'create-model'> = { run: noModels, show: noModels };
export const dropModelHandler: Handler<'drop-model'> = { run: noModels, show: noModels };
export const createTransformHandler: Handler<'create-transform'> = { run: noModels, show: noModels };

/** A statement of another product. */
export const unsupportedHandler: Handler<'unsupported'> = {
  run: noSuchStatement,
  show: noSuchStatement,
};

function noSuchStatement({ name, span }: Unsupported, place: Place): never {
  throw faultAt(
    place,
    span,
    `Data Distiller has no ${name} statement.`,
    'In the DuckDB dialect this project may have its like: choose it above the editor.',
    'capability',
  );
}
