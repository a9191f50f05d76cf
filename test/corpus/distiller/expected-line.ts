import { z } from 'zod';
import type { ExpectedValue } from './conformance-case.ts';

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const expectedValue: z.ZodType<ExpectedValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.string(),
    z.strictObject({ digits: z.string() }),
    z.array(expectedValue),
    z.record(z.string(), expectedValue),
  ]),
);
const expectedRow = z.array(expectedValue);
const columnNames = z.array(z.string());

/** The values of one line of expected rows, numbers digit by digit. Fails on anything but a JSON array. */
export function readExpectedRow(line: string): readonly ExpectedValue[] {
  const tagged = line.replace(stringOrNumber, (match) => (match.startsWith('"') ? match : `{"digits":"${match}"}`));
  return expectedRow.parse(JSON.parse(tagged));
}

/** The column names of a result. Fails on anything but a JSON array of strings. */
export function readColumnNames(line: string): readonly string[] {
  return columnNames.parse(JSON.parse(line));
}
