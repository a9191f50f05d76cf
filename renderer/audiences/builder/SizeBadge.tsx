import type { AudienceState } from '../audience-runner.ts';
import classes from './RuleBuilder.module.css';

export interface SizeBadgeProps {
  readonly id: string;
  readonly state: AudienceState;
  /** The audience's own size, to tell what this node changes; absent for the root. */
  readonly root?: string;
}

/** How many people a node holds for, and what the audience would gain or lose without it. */
export function SizeBadge({ id, state, root }: SizeBadgeProps) {
  const size = state.sizes?.nodes.get(id);
  if (size === undefined) return null;
  const members = root === undefined ? undefined : state.sizes?.nodes.get(root)?.size;
  const effect = members === undefined ? 0 : members - size.without;
  return (
    <span className={classes.size} data-measuring={state.measuring || undefined}>
      <strong>{size.size.toLocaleString()}</strong>
      {members !== undefined && (
        <span title={`Without this the audience would have ${size.without.toLocaleString()} members.`}>
          {effect === 0 ? 'no effect' : `${effect > 0 ? '+' : '−'}${Math.abs(effect).toLocaleString()}`}
        </span>
      )}
    </span>
  );
}
