import { sql } from '../../../../core/sql.ts';
import { bigint, integer, typed, varchar } from '../../translate/typed.ts';
import type { FunctionEntry } from '../contract.ts';

/** What tells rows apart, and where they lie. */
export const rowMarks: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['monotonically_increasing_id'],
    signature: 'monotonically_increasing_id()',
    summary: 'A number for each row, from 0 without gaps.',
    arity: [0, 0],
    translate: () => typed(sql`(row_number() OVER () - 1)`, bigint),
  },
  {
    kind: 'scalar',
    names: ['spark_partition_id'],
    signature: 'spark_partition_id()',
    summary: 'The number of the partition that holds the row: 0, since there is one only.',
    arity: [0, 0],
    translate: () => typed(sql`0`, integer),
  },
  {
    kind: 'scalar',
    names: ['input_file_name'],
    signature: 'input_file_name()',
    summary: 'The file that the row comes from: an empty text, since datasets are not read from files.',
    arity: [0, 0],
    translate: () => typed(sql`''`, varchar),
  },
];
