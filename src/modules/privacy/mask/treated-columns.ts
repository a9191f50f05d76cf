import { StillhouseError } from '../../../core/error.ts';
import { identifier, type Sql } from '../../../core/sql.ts';
import { kindWords } from '../../check-input.ts';
import { columnKind } from '../../catalog-view.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { refuseNames, topLevelColumn } from '../top-level-column.ts';
import type { TreatmentInput } from './input.ts';
import { settingError, type Treatment, type TreatmentUse } from './treatment.ts';
import { type TreatmentName, treatments } from './treatments.ts';

/** One column of a dataset with what happens to it. */
export interface TreatedColumn extends TreatmentUse {
  readonly name: TreatmentName;
  readonly treatment: Treatment;
  readonly value: Sql;
}

/** Names that the steps give to columns of their own. */
const ownNames = ['row_id', 'draw_key', 'inner_pad', 'outer_pad'];

/** The treated columns in the order given. Throws `input-invalid` for treatments that do not fit their columns. */
export function treatedColumns(source: SourceDataset, wanted: readonly TreatmentInput[]): readonly TreatedColumn[] {
  if (wanted.length === 0) {
    throw new StillhouseError('input-invalid', 'No column has a treatment yet.', {
      remedy: 'Add a treatment for each column with personal data.',
    });
  }
  refuseNames(source, ownNames);
  const columns = wanted.map((one) => treatedColumn(source, one));
  const twice = columns.find(({ column }, index) => columns.some((other, at) => at < index && other.column === column));
  if (twice === undefined) return columns;
  throw new StillhouseError('input-invalid', `“${twice.column}” has two treatments.`, {
    remedy: 'Keep one treatment for each column.',
  });
}

function treatedColumn(
  source: SourceDataset,
  { column: label, treatment: name, setting }: TreatmentInput,
): TreatedColumn {
  const found = topLevelColumn(source, label);
  const treatment = treatments[name];
  const kind = columnKind(found.type);
  if (treatment.takes?.includes(kind) === false) {
    throw new StillhouseError(
      'input-invalid',
      `“${found.name}” is ${found.type}: ${treatment.label} takes ${kindWords(treatment.takes)}.`,
      {
        remedy: 'Choose another treatment for this column.',
      },
    );
  }
  if (setting.includes('\0')) throw settingError(found.name, 'a text without a zero character', setting);
  return {
    name,
    treatment,
    column: found.name,
    type: found.type,
    kind,
    setting: setting.trim() === '' ? treatment.usual : setting.trim(),
    value: identifier(found.name),
  };
}
