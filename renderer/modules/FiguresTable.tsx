import type { RecordedFigures } from '../../src/runner/run-record.ts';
import classes from './FiguresTable.module.css';

export interface FiguresTableProps {
  readonly figures: RecordedFigures;
  readonly label: string;
}

/** Recorded rows as a plain table; says how many more there are. */
export function FiguresTable({ figures, label }: FiguresTableProps) {
  const { columns, rows, rowCount } = figures;
  const rest = rowCount - rows.length;
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ name }, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td
                  key={column}
                  data-number={typeof cell === 'number' || undefined}
                  data-null={cell === null || undefined}
                >
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={classes.rest}>… and {rest.toLocaleString()} more</p>}
    </div>
  );
}

function cellText(cell: RecordedFigures['rows'][number][number]): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'number') return cell.toLocaleString(undefined, { maximumFractionDigits: 6 });
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
