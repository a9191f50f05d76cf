import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { adobeFunctions } from '../../../src/dialect/distiller/adobe/functions.ts';
import { functionEntries } from '../../../src/dialect/distiller/functions/index.ts';
import { readTopics, suiteFolder } from './case-files.ts';
import { statesMarkdown, summaryOf } from './states.ts';

const introduction = `# What runs of Data Distiller SQL

Every line of these tables is proved by the cases beside this page, which run in the real engine: \`conformance.test.ts\`. The page is made from them; \`npx vitest run --project engine test/corpus/distiller/states.test.ts --update\` writes it anew.

A file of cases begins with its title, and each case is SQL between comments:

\`\`\`sql
--% Text functions

--# substring: counts from 1, and 0 counts as 1
--: Spark docs, substring
SELECT substring('abcdef', 0, 2) AS r;
--= ["r"]
--= ["ab"]
\`\`\`

| Line | Says |
| --- | --- |
| \`--#\` | the construct, a colon, and what is shown of it |
| \`--:\` | where the expected values are from: documentation, or worked out by hand; where the product differs from Spark, it says so |
| \`--@ fresh\` | that nothing may have been written before: snapshots count from 1 |
| \`--@ sample name\` | a sample dataset that is imported first |
| \`--=\` | column names, then rows in their order, as JSON arrays; \`"…"\` is any value but NULL |
| \`--~\` | a row, where the order does not matter |
| \`--? words\` | a notice that the last statement gives; others must not come |
| \`--! 2:8 words\` | the error it ends with: line and column, or \`-\`, and words of its message |

The last statement's result counts. Dates and timestamps are ISO text, numbers are exact but for the last digits of doubles, structs and maps are objects, bytes are \`{"hex": "FF"}\`.

## What differs on purpose

- ANSI mode is taken to be off, as in Spark 3 by default: integers wrap round, decimals that overflow are NULL.
- \`rand\` and \`randn\` with a seed give the numbers of Spark's first partition, in the order in which rows come here.
- Options of \`to_json\` and \`from_json\` that change nothing here are noticed; those that would are refused. The same holds of \`to_csv\` and \`from_csv\`; a line whose quoted field is empty gives NULL.
- A sum of decimals that leaves 38 digits is NULL, but far beyond them (1.7e38 without the point) the statement stops.
- The type of an interval is \`interval\`, without its units, and as text it reads \`1 day\`; \`sum\`, \`avg\` and DIV take none.
- Looking around, groups matched again and named groups are for patterns that are written out; those of rows have RE2's syntax.
- A \`session_window\` in GROUP BY takes the rows of one table or subquery.
- A field is also read through arrays within arrays, where Spark refuses it.
- An aggregate without an alias may stand in CREATE TABLE AS: it bears Spark's name.
- An array made by sequence or array_repeat has at most 50,000,000 items, and so have those that come together for up to 2,048 rows, where one has more than 65,536; a text made by repeat, space, lpad or rpad has at most 100,000,000 characters. Spark stops at 2,147,483,632.
- A comparison of array_sort that orders by \`x - y\` does so without overflow, and one that says nothing of NULLs counts them as equal to all.
- A view holds no SNAPSHOT, history_meta, table_exists, WITHAPPROXIMATE or system columns: it would keep the rows of the day it was made.
- INSERT OVERWRITE makes two snapshots, one without rows and one with the new ones.
- varchar(n) and char(n) hold texts of any length, which is said when they are made.
- Models are read and refused by name.
- COPY writes one file, part-00000, into a folder of the project’s scratch space, in place of the one it left there before: Parquet, CSV with a header, or JSON a line each. Other places are refused: statements reach no file that nobody chose.`;

test('every function of the dialect is called in a case', () => {
  const calls = new Set(
    readTopics().flatMap(({ cases }) =>
      cases.flatMap(({ sql }) => [...sql.toLowerCase().matchAll(/\b(\w+)\s*\(/g)].map(([, name]) => name)),
    ),
  );
  const functions = [...functionEntries.map(({ names }) => names), ...adobeFunctions.map(({ name }) => [name])];
  expect(functions.filter((names) => !names.some((name) => calls.has(name)))).toEqual([]);
});

test('the page of constructs tells what the cases show', async () => {
  const topics = readTopics();
  const page = path.join(suiteFolder, 'README.md');
  const text = `${introduction}\n\n${summaryOf(topics)}\n\n${statesMarkdown(topics)}\n`;
  const options = await resolveConfig(page);
  await expect(await format(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(page);
});
