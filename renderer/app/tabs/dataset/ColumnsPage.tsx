import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import classes from './DatasetTab.module.css';

/** The columns with their types, nested ones written out. */
export function ColumnsPage({ dataset }: { readonly dataset: DatasetInfo }) {
  return (
    <div className={classes.page}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
          </tr>
        </thead>
        <tbody>
          {dataset.columns.map(({ name, type }, index) => (
            <tr key={name}>
              <td data-number>{index + 1}</td>
              <td>{name}</td>
              <td>
                <code>{type}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
