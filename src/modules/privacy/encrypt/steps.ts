import { identifier, joinSql, relation, type Sql, sql } from '../../../core/sql.ts';
import { secretSql } from '../../../privacy/keyed-hash.ts';
import type { CatalogColumn } from '../../catalog-view.ts';
import type { ComputeStep, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { EncryptInput } from './input.ts';
import { valueName } from './kernel.ts';

/** The key that is drawn for initialisation vectors. */
export const vectorKey = '_vectors';

/** The rows in an order that the cipher's results can be put beside. */
export function numberedStep(source: SourceDataset, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'numbered',
    title: 'Number the rows',
    explanation: {
      what: 'Copies the rows and numbers them in the order in which they lie.',
      why: 'The cipher works outside of SQL: by their numbers its values find their rows again.',
    },
    as: 'table',
    creates: context.scratch('numbered'),
    query: sql`SELECT row_number() OVER () AS row_id, *
FROM ${source.from}`,
  };
}

/** Runs the cipher over the chosen columns. */
export function cipherStep(
  numbered: SqlStep,
  columns: readonly CatalogColumn[],
  { direction, mode, aad, key, keyFormat, encoding }: EncryptInput,
  context: PlanContext,
): ComputeStep {
  const isEncrypting = direction === 'encrypt';
  const written = (name: string) => {
    const text = sql`CAST(${identifier(name)} AS VARCHAR)`;
    if (isEncrypting) return text;
    return encoding === 'base64' ? sql`TRY(from_base64(${text}))` : sql`TRY(unhex(${text}))`;
  };
  return {
    kind: 'compute',
    id: 'ciphers',
    title: isEncrypting ? 'Encrypt the values' : 'Decrypt the values',
    explanation: {
      what: isEncrypting
        ? `Encrypts each value with AES in ${mode} mode, as aes_encrypt of Spark does.`
        : `Decrypts each value with AES in ${mode} mode, as aes_decrypt of Spark does.`,
      why: modeReasons[mode],
      caution:
        'Who has the key has the values: give it to those alone who are to read them, and by another way than the data.',
    },
    creates: context.scratch('ciphers'),
    kernel: 'privacy.aes',
    inputs: {
      keys: sql`SELECT ${keySql(key, keyFormat)} AS cipher_key, ${secretSql(vectorKey)} AS vector_key`,
      rows: sql`SELECT
  ${joinSql(
    columns.map(({ name }, index) => sql`${written(name)} AS ${identifier(valueName(index))}`),
    ',\n  ',
  )}
FROM ${relation(numbered.creates)}
ORDER BY row_id`,
    },
    parameters: { direction, mode, aad, columns: columns.length },
    columns: columns.map((_column, index) => valueName(index)),
    blobs: columns.map((_column, index) => valueName(index)),
  };
}

const modeReasons: Readonly<Record<EncryptInput['mode'], string>> = {
  GCM: 'Each value has 12 random bytes before it and 16 bytes after it that tell of any change: equal values look different.',
  CBC: 'Each value has 16 random bytes before it, so that equal values look different; a change goes unnoticed.',
  ECB: 'Equal values give equal ciphers, so that columns still join, and everybody sees which values are equal.',
};

function keySql(name: string, format: EncryptInput['keyFormat']): Sql {
  const key = secretSql(name);
  const as: Readonly<Record<EncryptInput['keyFormat'], Sql>> = {
    text: key,
    hex: sql`TRY(unhex(decode(${key})))`,
    base64: sql`TRY(from_base64(decode(${key})))`,
  };
  return as[format];
}

/** The dataset's rows with the chosen columns changed. */
export function changedStep(
  source: SourceDataset,
  numbered: SqlStep,
  ciphers: ComputeStep,
  columns: readonly CatalogColumn[],
  { direction, encoding }: EncryptInput,
  context: PlanContext,
): SqlStep {
  const made = (index: number): Sql => {
    const value = sql`ciphers.${identifier(valueName(index))}`;
    if (direction === 'decrypt') return sql`TRY(decode(${value}))`;
    return encoding === 'base64' ? sql`base64(${value})` : sql`hex(${value})`;
  };
  const list = source.columns.map(({ name }) => {
    const index = columns.findIndex((column) => column.name === name);
    return index < 0 ? sql`numbered.${identifier(name)}` : sql`${made(index)} AS ${identifier(name)}`;
  });
  return {
    kind: 'sql',
    id: 'changed',
    title: 'Put the values in their places',
    explanation: {
      what:
        direction === 'encrypt'
          ? 'Writes the encrypted bytes as text in the place of the values; all other columns stay.'
          : 'Writes the decrypted values as text in the place of the ciphers; all other columns stay.',
      why: 'Files and most destinations carry text: Base64 needs four characters for three bytes, hexadecimal digits two for one.',
    },
    as: 'table',
    creates: context.scratch('changed'),
    query: sql`SELECT
  ${joinSql(list, ',\n  ')}
FROM ${relation(numbered.creates)} AS numbered
POSITIONAL JOIN ${relation(ciphers.creates)} AS ciphers`,
  };
}
