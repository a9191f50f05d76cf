import { z } from 'zod';
import { joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import { personalKinds } from '../../../privacy/personal-data.ts';
import type { CatalogView } from '../../catalog-view.ts';
import { columnPaths } from '../../column-paths.ts';
import { type Check, defineModule, type Finding, type SqlStep } from '../../contract.ts';
import { datasetField, outputField, wholeNumberField } from '../../fields.ts';
import { counted, listed, numberOf, share, textOf } from '../../words.ts';
import { looksPersonal, namedOnly } from '../personal-names.ts';
import { columnsStep, kindsStep, valuesStep } from './steps.ts';

const input = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'The table or view to search.' }),
  rows: wholeNumberField({
    title: 'Rows',
    description: 'How many rows are read, from the first; 0 reads all.',
    initial: 100_000,
    minimum: 0,
    maximum: 1_000_000_000,
  }),
  saveAs: outputField({
    title: 'Keep as dataset',
    description: 'A name under which what was found is kept, a row a column and kind; empty keeps nothing.',
    advanced: true,
  }),
});

/** Finds columns with personal data, by the form of their values and by their names. */
export const findPersonalData = defineModule({
  id: 'privacy.find-personal-data',
  version: 1,
  title: 'Find personal data',
  summary:
    'Which columns hold addresses, telephone numbers, cards, accounts, identity numbers or names, and how sure that is.',
  input,
  suggest: suggestSearched,
  plan({ dataset, rows, saveAs }, context) {
    const source = context.dataset(dataset);
    const paths = columnPaths(source.columns).filter(({ kind }) => kind !== 'other' && kind !== 'list');
    const values = valuesStep(source, paths, rows, context);
    const kinds = kindsStep(values, context);
    const columns = columnsStep(kinds, paths, context);
    return {
      steps: [values, kinds, columns],
      checks: [freeTextCheck(columns)],
      findings: [columnsFinding(columns, paths.length, source.label), kindsFinding(columns)],
      outputs:
        saveAs === ''
          ? []
          : [
              {
                relation: columns.creates,
                name: saveAs,
                title: `Personal data in ${source.label}`,
                from: [source.label],
              },
            ],
    };
  },
});

function suggestSearched({ datasets }: CatalogView) {
  const personal = (index: number) => datasets[index]?.columns.filter(({ name }) => looksPersonal(name)).length ?? 0;
  const [best] = datasets.map((_dataset, index) => index).sort((a, b) => personal(b) - personal(a));
  const dataset = best === undefined ? undefined : datasets[best];
  return dataset === undefined ? {} : { dataset: dataset.label };
}

function freeTextCheck(columns: SqlStep): Check {
  return {
    id: 'texts_are_clean',
    title: 'No personal data stand within longer texts',
    severity: 'warning',
    when: 'after',
    violations: sql`SELECT column_name, kind, matched
FROM ${relation(columns.creates)}
WHERE because = 'words within'
ORDER BY matched DESC, column_name, kind`,
    remedy:
      'Masking the column that holds them is not enough: redact the texts, or leave them out of what you hand on.',
    field: 'dataset',
  };
}

const labels = joinSql(
  [...personalKinds.map(({ id, label }) => [id, label] as const), ...Object.entries(namedOnly)].map(
    ([id, label]) => sql`(${literal(id)}, ${literal(label)})`,
  ),
  ',\n    ',
);

const kindNames = sql`kind_names AS (
  FROM (VALUES
    ${labels}
  ) AS kind_names (kind, what)
)`;

function columnsFinding(columns: SqlStep, searched: number, label: string): Finding {
  return {
    id: 'columns',
    title: 'Columns with personal data',
    data: sql`WITH ${kindNames}
SELECT column_name, what, confidence, because, matched, matched_share, example
FROM ${relation(columns.creates)} AS found
JOIN kind_names USING (kind)
ORDER BY column_place, matched DESC NULLS LAST, kind`,
    reading:
      'In examples letters are shown as x and digits as 9, because what a guide finds is kept with the project. Treat every column of high confidence before the rows leave this machine.',
    words: (rows) => columnWords(rows, searched, label),
  };
}

function columnWords(rows: readonly StructValue[], searched: number, label: string): string {
  const names = [...new Set(rows.map((row) => textOf(row.column_name)))];
  if (names.length === 0) return `In ${counted(searched, 'column')} of “${label}” no personal data were recognised.`;
  const sure = [...new Set(rows.filter((row) => row.confidence === 'high').map((row) => textOf(row.column_name)))];
  return `${names.length} of ${counted(searched, 'column')} of “${label}” ${
    names.length === 1 ? 'holds' : 'hold'
  } personal data, or ${names.length === 1 ? 'is' : 'are'} named as if: ${listed(names, 8)}. ${
    sure.length === 0
      ? 'None of it is certain by its values'
      : `By their values certain ${sure.length === 1 ? 'is' : 'are'} ${listed(sure, 8)}`
  }.`;
}

function kindsFinding(columns: SqlStep): Finding {
  return {
    id: 'shares',
    title: 'How much of a column is personal',
    data: sql`WITH ${kindNames}
SELECT column_name || ': ' || what AS "column", matched_share
FROM ${relation(columns.creates)} AS found
JOIN kind_names USING (kind)
WHERE matched_share IS NOT NULL
ORDER BY matched_share DESC, column_place, kind`,
    reading: 'A column that is partly personal needs as much care as one that is so throughout.',
    chart: {
      kind: 'bar',
      x: { name: 'column' },
      y: [{ name: 'matched_share' }],
      aggregate: 'none',
      order: 'appearance',
      format: { notation: 'percent', decimals: 1 },
      yTitle: 'Share of filled rows',
    },
    words: (rows) => {
      const [most] = rows;
      if (most === undefined) return 'No value was recognised by its form.';
      return `Most of all “${textOf(most.column)}” is found, in ${share(numberOf(most.matched_share), 1)} of its filled rows.`;
    },
  };
}
