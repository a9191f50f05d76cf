import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRows } from '../../../../src/activation/prepare/file-rows.ts';
import { leavingRowsSql } from '../../../../src/activation/prepare/plan-send.ts';
import type { SendSettingsInput } from '../../../../src/activation/prepare/send-settings.ts';
import { writeOptions } from '../../../../src/activation/prepare/write-options.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { collect, rows } from '../../../../src/engine/collect.ts';
import { delimitedWriter } from '../../../../src/export/delimited.ts';
import { jsonArrayWriter, ndjsonWriter } from '../../../../src/export/json-rows.ts';
import { type TextWriter, writeText } from '../../../../src/export/text-writer.ts';
import { everyone, openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
  await preparing.create(`CREATE TABLE people AS SELECT * FROM (VALUES
    (1, 'say "hi"', NULL),
    (2, NULL, '😀,;')) AS t(id, a, b)`);
});
afterAll(() => preparing.close());

const settings: SendSettingsInput = {
  title: 'Files',
  dataset: 'people',
  identity: 'id',
  consent: everyone,
  fields: [
    { path: 'id', header: 'id' },
    { path: 'a', header: 'a b', onNull: { kind: 'omit' } },
    { path: 'b', header: 'b', onNull: { kind: 'text', text: 'none' } },
  ],
};

async function written(
  file: SendSettingsInput['file'],
  writerOf: (columns: Parameters<typeof ndjsonWriter>[0], options: ReturnType<typeof writeOptions>) => TextWriter,
): Promise<string> {
  const { plan, table } = await preparing.run({ ...settings, ...(file && { file }) });
  const { columns, batches } = await collect(preparing.plainSession, leavingRowsSql(plan.settings, table).text);
  const writer = writerOf(columns, writeOptions(plan.settings));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  async function* given() {
    yield* await Promise.resolve(batches);
  }
  for await (const piece of writeText(writer, given())) text += decoder.decode(piece);
  return text;
}

test('delimited files are quoted, ended and marked as chosen', async () => {
  const file = { quoting: 'all', lineEnd: '\r\n', byteOrderMark: true, delimiter: ';', quote: "'" } as const;
  expect(await written(file, (columns, { delimited, quoteAll }) => delimitedWriter(columns, delimited, quoteAll))).toBe(
    "\ufeff'id';'a b';'b'\r\n'1';'say \"hi\"';'none'\r\n'2';;'😀,;'\r\n",
  );
  expect(await written({ header: false }, (columns, { delimited }) => delimitedWriter(columns, delimited))).toBe(
    '1,"say ""hi""",none\n2,,"😀,;"\n',
  );
});

test('JSON leaves out keys without a value where it is told to', async () => {
  expect(await written({ format: 'ndjson' }, (columns, { omitted }) => ndjsonWriter(columns, omitted))).toBe(
    '{"id":1,"a b":"say \\"hi\\"","b":"none"}\n{"id":2,"b":"😀,;"}\n',
  );
  expect(
    JSON.parse(await written({ format: 'json' }, (columns, { omitted }) => jsonArrayWriter(columns, omitted))),
  ).toEqual([
    { id: 1, 'a b': 'say "hi"', b: 'none' },
    { id: 2, b: '😀,;' },
  ]);
  expect(await written({ format: 'ndjson' }, (columns) => ndjsonWriter(columns))).toContain('"a b":null');
});

test('several files hold every row that leaves once, in the order of the source, however the table lies', async () => {
  await preparing.create(`CREATE TABLE many AS SELECT range AS id, range % 3 = 0 AS out FROM range(5000)`);
  const { plan, dry, table } = await preparing.run({
    ...{ title: 'Many', dataset: 'many', identity: 'id', consent: everyone, holdout: 'out' },
    fields: [{ path: 'id', header: 'id' }],
    file: { rowsPerFile: 700 },
  });
  const shuffled = ['scratch', 'main', 'shuffled'];
  await preparing.plainSession.exec(
    `CREATE TABLE ${shuffled.join('.')} AS FROM ${table.join('.')} ORDER BY hash(candidate)`,
  );
  const { signal } = createCancelSource();
  for (const outcomes of [table, shuffled]) {
    const files = await fileRows(preparing.plainSession, plan.settings, outcomes, dry.files, signal);
    const found: unknown[] = [];
    for (const file of files) {
      const held = await rows(preparing.plainSession, file.rows.text);
      expect(held).toHaveLength(file.rowCount);
      found.push(...held.map(({ id }) => Number(id)));
    }
    expect(files).toHaveLength(5);
    expect(found).toEqual([...Array(5000).keys()].filter((id) => id % 3 !== 0));
  }
});
