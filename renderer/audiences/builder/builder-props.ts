import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { RuleNode } from '../../../src/audiences/rule/rule.ts';
import type { AudienceState } from '../audience-runner.ts';

/** What every part of the builder is given. */
export interface BuilderProps {
  readonly catalog: CatalogView;
  /** The label of the people's dataset. */
  readonly people: string;
  readonly state: AudienceState;
  /** Changes a node; `undefined` takes it out. */
  readonly onChange: (id: string, node: RuleNode | undefined) => void;
  readonly onAdd: (to: string, node: RuleNode) => void;
}
