import type { Held } from '../../src/privacy/erase/holder.ts';
import { counted } from '../../src/modules/words.ts';
import classes from './Erase.module.css';

const actionWords: Readonly<Record<Held['action'], string>> = {
  deleted: 'Deleted',
  redacted: 'Blacked out',
  cancelled: 'Cancelled',
  kept: 'Stays',
};

export interface HeldTableProps {
  readonly label: string;
  readonly held: readonly Held[];
  /** The heading over what happens, or happened, in each. */
  readonly heading: string;
}

/** Places in which people were found, with what happens in each; what needs a decision comes first. */
export function HeldTable({ label, held, heading }: HeldTableProps) {
  const isKept = ({ action }: Held) => action === 'kept';
  const sorted = [...held.filter(isKept), ...held.filter((one) => !isKept(one))];
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" data-number>
              Found
            </th>
            <th scope="col">{heading}</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ place, count, unit, action, words }, index) => (
            <tr key={index}>
              <td>{place}</td>
              <td data-number>{counted(count, unit)}</td>
              <td className={classes.action} data-action={action}>
                {actionWords[action]}
              </td>
              <td className={classes.muted}>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
