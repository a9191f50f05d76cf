import { describe, expect, test } from 'vitest';
import { extractJson, jsonExtractor } from '../../../../src/ingest/json/extract.ts';
import type { JsonOptions } from '../../../../src/ingest/json/options.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted, summaryOf } from '../../../support/extracted.ts';

/** Reads on with every byte that comes, guesses types from the first record, and makes batches of three rows. */
const hasty = jsonExtractor({ sampleBytes: 1, pieceBytes: 1, batchRows: 3, batchBytes: 2 ** 23, progressBytes: 1 });

const records = [
  '{"id":1,"näme":"a\\u00e9\\ud83d\\ude00\\n\\"x","day":"2024-02-29","at":"2024-02-29T10:00:00.123Z","n":null}',
  '{ "id" : -12 , "näme" : "é😀漢" , "list" : [ 1 , 2.5e-3 , -0 ] , "o" : { "p" : { "q" : [ { } , { "r" : true } ] } } }',
  '{"id":9007199254740993,"dup":1,"dup":[1],"dup":"\\ud800","n":0.25,"mixed":{"a":[1,"]}"]}}',
  '[1,"two",{"three":3}]',
  '"alone"',
  '{"id":12345678901234567890,"n":1e2,"mixed":"12","day":"2024-02-30","list":[],"late":false}',
  'null',
  '{}',
];

const shapes: readonly (readonly [name: string, text: string, options: JsonOptions])[] = [
  ['an array', `[${records.join(',')}]`, {}],
  ['a pretty array', ` [\r\n  ${records.join(' ,\n\n  ')}\n ]\n`, {}],
  ['lines', `${records.join('\n')}\n`, {}],
  ['lines with blanks, faults and no end', `\uFEFF${records.join('\r\n \r\n{"a" 1}\r\n{"b":"\n')}`, { shape: 'lines' }],
  ['values', records.join(''), { shape: 'values' }],
  [
    'an array inside of an object',
    `{"meta":{"data":[1,{"x":"]"}],"page":1},"data":{"skip":"\\\\","it\\u0065ms":[${records.join(',')}],"z":[]}}`,
    { recordsAt: ['data', 'items'] },
  ],
  ['an array with faulty elements', `[{"a":1},{"a":tru},{"a":[1,2},nul,{"a":"x" "b"},{"a":2},]`, {}],
  ['a truncated array', `[{"a":1},{"a":"é\\n`, {}],
];

/** Milliseconds: many runs, on a machine that may be busy. */
const patience = 60_000;

describe('wherever a chunk ends, the result is the same', () => {
  test.each(shapes)(
    '%s',
    async (_, text, options) => {
      const whole = await extracted(extractJson, memorySource('x.json', text), options);
      expect(whole.counts.read).toBe(whole.rows.length + whole.rejects.length + whole.counts.skipped);
      const length = new TextEncoder().encode(text).length;
      for (let size = 1; size <= length; size++) {
        const pieces = await extracted(hasty, memorySource('x.json', text, size), options);
        expect(summaryOf(pieces), `chunks of ${size} bytes`).toBe(summaryOf(whole));
      }
    },
    patience,
  );
});
