import { StillhouseError } from '../../../../core/error.ts';
import { parseWrittenType } from '../../parse/index.ts';
import type { DataType } from '../../translate/typed.ts';
import { dataTypeOf } from '../../translate/written-type.ts';
import type { FunctionCall } from '../contract.ts';

/** The type that a schema in Spark's DDL says; fails at the second argument where it cannot be read. */
export function typeOfSchema(schema: string, call: FunctionCall): DataType {
  try {
    return dataTypeOf(parseWrittenType(schema), { source: schema });
  } catch (error) {
    if (error instanceof StillhouseError)
      return call.fail(`The schema cannot be read. ${error.message}`, error.remedy, 1);
    throw error;
  }
}
