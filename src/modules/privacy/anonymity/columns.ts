import { StillhouseError } from '../../../core/error.ts';
import { identifier, type Sql } from '../../../core/sql.ts';
import type { ColumnPath } from '../../column-paths.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { AnonymityInput } from './input.ts';
import { columnLevels, type Level, refuseUnnested } from './levels.ts';

/** A column by which a stranger could recognise a person. */
export interface KnownColumn {
  readonly label: string;
  /** Its name in the steps. */
  readonly name: Sql;
  readonly source: Sql;
  readonly levels: readonly Level[];
}

/** Names that the steps give to columns of their own. */
const ownNames = [
  'class',
  'people',
  'sensitive_value',
  'different_values',
  'effective_values',
  'distance',
  'rank',
  'loss',
  'rows_left_out',
  'groups',
  'smallest_group',
];

/** The known columns with their levels. Throws `input-invalid` for steps that do not fit, or names that clash. */
export function knownColumns(
  source: SourceDataset,
  { known, steps, sensitive }: AnonymityInput,
): readonly KnownColumn[] {
  const paths = known.map((label) => source.column(label));
  const stray = steps.find(({ column }) => !paths.some(({ label }) => label === source.column(column).label));
  if (stray !== undefined) {
    throw refusal(
      `“${stray.column}” has steps and is not among the columns others may know.`,
      'Add it there, or remove its steps.',
    );
  }
  const secret = sensitive === '' ? undefined : source.column(sensitive).label;
  if (paths.some(({ label }) => label === secret)) {
    throw refusal(`“${sensitive}” cannot be both known and sensitive.`, 'Choose it for one of the two.');
  }
  return paths.map((path) => {
    if (ownNames.includes(path.label.toLowerCase())) {
      throw refusal(`The steps use the name “${path.label}” themselves.`, 'Rename the column.');
    }
    const own = steps.find(({ column }) => source.column(column).label === path.label)?.steps ?? '';
    refuseUnnested(path, own);
    const named: ColumnPath = { ...path, sql: identifier(path.label) };
    return { label: path.label, name: named.sql, source: path.sql, levels: columnLevels(named, own) };
  });
}

function refusal(message: string, remedy: string): StillhouseError {
  return new StillhouseError('input-invalid', message, { remedy });
}
