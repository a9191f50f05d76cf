import classes from './Send.module.css';

/** A few rows; what is absent is marked as such. */
export function SampleTable({
  headers,
  rows,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}) {
  return (
    <div className={classes.scroll} role="region" aria-label="Rows" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={index} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} title={value ?? 'no value'}>
                  {value ?? <span className={classes.null}>NULL</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
