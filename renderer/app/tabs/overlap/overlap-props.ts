import type { MeasuredOverlap } from '../../../audiences/overlap/use-overlap.ts';
import type { OverlapTab } from '../../../store/view-state.ts';
import type { TabProps } from '../../dock/Dock.tsx';

/** What every page of a comparison is given. */
export interface OverlapPageProps extends TabProps {
  readonly tab: OverlapTab;
  readonly measured: MeasuredOverlap;
}
