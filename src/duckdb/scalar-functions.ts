import { StillhouseError } from '../core/error.ts';
import type { Argument, Result, ResultKind, ScalarFunction } from '../scalar/contract.ts';
import { type ArgumentDescription, type ArgumentReader, kindAt, readArgument } from './scalar-arguments.ts';
import { createResultWriter } from './scalar-results.ts';
import { callForText, textFrom, type WasmModule } from './wasm-module.ts';

/** Answers a call of one of our functions for a vector of rows, in the engine's own layout. */
export type ScalarCall = (
  module: WasmModule,
  response: number,
  functionId: number,
  description: number,
  descriptionSize: number,
  addresses: number,
  addressesSize: number,
) => void;

/** A vector of rows as the engine describes it, with the addresses of its buffers as doubles. */
interface VectorDescription {
  readonly rows: number;
  readonly args: readonly ArgumentDescription[];
}

const returnTypes: Readonly<Record<ResultKind, string>> = {
  text: 'utf8',
  bytes: 'utf8',
  double: 'double',
  integer: 'int32',
  bigint: 'int64',
  boolean: 'bool',
};

/** Makes functions known to every connection of an engine; they are called by their places in the list, from 1. */
export function registerScalarFunctions(
  module: WasmModule,
  connection: number,
  functions: readonly ScalarFunction[],
): void {
  functions.forEach(({ name, gives }, index) => {
    const declaration = { functionId: index + 1, name, returnType: { sqlType: returnTypes[gives] } };
    callForText(
      module,
      'duckdb_web_udf_scalar_create',
      ['number', 'string'],
      [connection, JSON.stringify(declaration)],
    );
  });
}

/** The engine's way into our functions. */
export function createScalarCall(functions: readonly ScalarFunction[]): ScalarCall {
  const writer = createResultWriter();

  const evaluate = (module: WasmModule, called: ScalarFunction, vector: VectorDescription, addresses: Float64Array) => {
    refuseWrongCount(called, vector.args.length);
    const readers = vector.args.map((argument, index) =>
      readArgument(module, addresses, argument, { name: called.name, kind: kindAt(called, index) }, vector.rows),
    );
    writer.begin(called.gives, vector.rows);
    called.begin?.();
    const answer = answerOf(called, readers);
    for (let row = 0; row < vector.rows; row++) writer.add(answer(row));
    return writer.finish(module);
  };

  return (module, response, functionId, description, descriptionSize, addresses, addressesSize) => {
    const called = functions[functionId - 1];
    try {
      if (called === undefined) throw new StillhouseError('internal', `There is no function ${functionId}.`);
      const vector = JSON.parse(textFrom(module, description, descriptionSize)) as VectorDescription; // the engine's own
      const places = module.HEAPF64.slice(addresses >>> 3, (addresses + addressesSize) >>> 3);
      const { data, validity, lengths } = evaluate(module, called, vector, places);
      const pointers = module._malloc(3 * 8);
      module.HEAPF64.set([data, validity, lengths], pointers >>> 3);
      module.HEAPF64.set([0, pointers, 0], response >>> 3);
    } catch (error) {
      answerWithError(module, response, error instanceof Error ? error.message : String(error));
    }
  };
}

/** What a function gives for a row; of few arguments without a list of them, which would cost more than the rest. */
function answerOf({ row: call, seesNulls }: ScalarFunction, readers: readonly ArgumentReader[]): RowAnswer {
  const [first, second, third] = readers;
  const passes = (value: Argument | null) => value !== null || seesNulls;
  if (first === undefined || readers.length > 3) {
    const values: (Argument | null)[] = readers.map(() => null);
    return (row) => {
      let isWhole = true;
      for (let index = 0; index < readers.length; index++) {
        const value = readers[index]?.(row) ?? null;
        values[index] = value;
        isWhole &&= passes(value);
      }
      return isWhole ? call(...values) : null;
    };
  }
  if (second === undefined) {
    return (row) => {
      const a = first(row);
      return passes(a) ? call(a) : null;
    };
  }
  if (third === undefined) {
    return (row) => {
      const a = first(row);
      const b = second(row);
      return passes(a) && passes(b) ? call(a, b) : null;
    };
  }
  return (row) => {
    const a = first(row);
    const b = second(row);
    const c = third(row);
    return passes(a) && passes(b) && passes(c) ? call(a, b, c) : null;
  };
}

type RowAnswer = (row: number) => Result;

function refuseWrongCount({ name, takes, optional, rest }: ScalarFunction, count: number): void {
  const least = takes.length - optional;
  if (count >= least && (count <= takes.length || rest.length > 0)) return;
  throw new StillhouseError(
    'sql-value',
    `${name}() takes ${least} arguments${least < takes.length || rest.length > 0 ? ' or more' : ''}, not ${count}.`,
  );
}

/** The engine frees the message. */
function answerWithError(module: WasmModule, response: number, message: string): void {
  const bytes = new TextEncoder().encode(message);
  const address = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, address);
  module.HEAPF64.set([1, address, bytes.length], response >>> 3);
}
