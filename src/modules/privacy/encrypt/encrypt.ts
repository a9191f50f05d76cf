import { StillhouseError } from '../../../core/error.ts';
import { identifier, joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { CatalogColumn } from '../../catalog-view.ts';
import { type Check, defineModule, type Finding, type SqlStep } from '../../contract.ts';
import { counted, numberOf } from '../../words.ts';
import { refuseNames, topLevelColumn } from '../top-level-column.ts';
import { encryptInput, type EncryptInput } from './input.ts';
import { changedStep, cipherStep, numberedStep, vectorKey } from './steps.ts';

interface Tables {
  readonly numbered: SqlStep;
  readonly changed: SqlStep;
}

/** Encrypts columns with AES, or reads encrypted ones again. */
export const encryptColumns = defineModule({
  id: 'privacy.encrypt',
  version: 1,
  title: 'Encrypt columns',
  summary:
    'Columns that only who has the key can read, encrypted with AES in the layout of Spark’s aes_encrypt, or decrypted.',
  input: encryptInput,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    if (input.key === '') {
      throw new StillhouseError('input-invalid', 'No key is named yet.', { remedy: 'Name a kept key.' });
    }
    refuseNames(source, ['row_id']);
    const columns = [...new Set(input.columns.map((label) => topLevelColumn(source, label)))];
    const numbered = numberedStep(source, context);
    const ciphers = cipherStep(numbered, columns, input, context);
    const changed = changedStep(source, numbered, ciphers, columns, input, context);
    const tables = { numbered, changed };
    return {
      steps: [numbered, ciphers, changed],
      checks: [...(input.direction === 'decrypt' ? [decryptedCheck(columns, tables)] : []), ...modeChecks(input)],
      findings: [valuesFinding(columns, tables, input)],
      outputs:
        input.saveAs === ''
          ? []
          : [
              {
                relation: changed.creates,
                name: input.saveAs,
                title: `${source.label}, ${input.direction}ed`,
                from: [source.label],
              },
            ],
      secrets: [
        { name: input.key, origin: 'kept' },
        { name: vectorKey, origin: 'drawn' },
      ],
    };
  },
});

function decryptedCheck(columns: readonly CatalogColumn[], { numbered, changed }: Tables): Check {
  const parts = columns.map(
    ({ name }) => sql`SELECT ${literal(name)} AS column_name, count(*) AS values_not_decrypted
FROM ${relation(numbered.creates)} AS numbered
POSITIONAL JOIN ${relation(changed.creates)} AS changed
WHERE numbered.${identifier(name)} IS NOT NULL
  AND changed.${identifier(name)} IS NULL
HAVING count(*) > 0`,
  );
  return {
    id: 'all_are_decrypted',
    title: 'Every value was decrypted',
    severity: 'error',
    when: 'after',
    violations: joinSql(parts, '\nUNION ALL\n'),
    remedy: 'The key, the mode, the text it is bound to or the way it is written is another, or values were changed.',
    field: 'key',
  };
}

function modeChecks({ direction, mode }: EncryptInput): readonly Check[] {
  if (direction === 'decrypt' || mode === 'GCM') return [];
  return [
    {
      id: 'mode_is_safe',
      title: 'The mode hides equality and notices changes',
      severity: mode === 'ECB' ? 'warning' : 'note',
      when: 'before',
      violations: sql`SELECT ${literal(mode)} AS mode`,
      remedy:
        mode === 'ECB'
          ? 'ECB shows which values are equal, and how frequent each is. Take GCM unless encrypted columns must join.'
          : 'CBC does not notice when somebody changes an encrypted value. Take GCM where the reader can.',
      field: 'mode',
    },
  ];
}

function valuesFinding(
  columns: readonly CatalogColumn[],
  { numbered, changed }: Tables,
  { direction }: EncryptInput,
): Finding {
  const parts = columns.map(
    ({ name }, index) => sql`SELECT
  ${literal(index)} AS place,
  ${literal(name)} AS column_name,
  count(numbered.${identifier(name)}) AS filled_before,
  count(changed.${identifier(name)}) AS filled_after,
  count(DISTINCT numbered.${identifier(name)}) AS different_before,
  count(DISTINCT changed.${identifier(name)}) AS different_after,
  avg(length(CAST(changed.${identifier(name)} AS VARCHAR))) AS average_length
FROM ${relation(numbered.creates)} AS numbered
POSITIONAL JOIN ${relation(changed.creates)} AS changed`,
  );
  return {
    id: 'values',
    title: direction === 'encrypt' ? 'What was encrypted' : 'What was decrypted',
    data: sql`WITH counts AS (
${joinSql(parts, '\nUNION ALL\n')}
)
SELECT * EXCLUDE (place)
FROM counts
ORDER BY place`,
    reading: 'As many different ciphers as values mean that nobody sees which values are equal; NULL stays NULL.',
    words: (rows) => valueWords(rows, direction),
  };
}

function valueWords(rows: readonly StructValue[], direction: EncryptInput['direction']): string {
  const sum = (name: string) => rows.reduce((total, row) => total + (numberOf(row[name]) || 0), 0);
  const filled = sum('filled_before');
  if (filled === 0) return `There was no value to ${direction}.`;
  const done = sum('filled_after');
  return `${counted(done, 'value')} of ${counted(filled, 'value')} in ${counted(rows.length, 'column')} ${done === 1 ? 'was' : 'were'} ${direction}ed.`;
}
