import type { Audience } from '../../../../src/audiences/audience.ts';
import type { AudienceDraft } from '../../../../src/audiences/draft.ts';
import type { CatalogView } from '../../../../src/modules/catalog-view.ts';
import type { AudienceState } from '../../../audiences/audience-runner.ts';
import type { AudienceTab } from '../../../store/view-state.ts';
import type { TabProps } from '../../dock/Dock.tsx';

/** What every page of an audience is given. */
export interface AudiencePageProps extends TabProps {
  readonly tab: AudienceTab;
  readonly draft: AudienceDraft;
  readonly catalog: CatalogView;
  readonly state: AudienceState;
  /** The audience as it was kept last; absent for a new one. */
  readonly saved: Audience | undefined;
  readonly onChange: (part: Partial<AudienceDraft>) => void;
}
