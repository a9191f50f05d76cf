import type { CatalogDataset, CatalogView } from '../../modules/catalog-view.ts';
import { columnPaths } from '../../modules/column-paths.ts';
import { guessCustomerColumn } from '../../customers/customer-filter.ts';
import type { Comparison, Leaf, RuleNode } from './rule.ts';

/** What can be added to a group. */
export type NewNode = Leaf['kind'] | 'group';

/** A fresh condition with the first values that fit the catalog. */
export function newNode(kind: NewNode, id: string, people: string, catalog: CatalogView): RuleNode {
  const others = catalog.datasets.filter(({ label }) => label !== people);
  const events =
    others.find((dataset) => guessCustomerColumn(dataset) !== '' && firstTime(dataset) !== '') ?? others[0];
  const source = {
    dataset: events?.label ?? '',
    person: events === undefined ? '' : guessCustomerColumn(events),
    time: events === undefined ? '' : firstTime(events),
  };
  const ever = { kind: 'ever' as const };
  switch (kind) {
    case 'group':
      return { kind, id, join: 'any', negated: false, nodes: [] };
    case 'attribute':
      return { kind, id, ...newComparison() };
    case 'events':
      return {
        kind,
        id,
        ...source,
        where: [],
        measure: { kind: 'rows' },
        compare: 'at-least',
        amount: 1,
        window: ever,
      };
    case 'sequence': {
      const steps = [{ where: [newComparison()] }, { where: [newComparison()] }];
      return { kind, id, ...source, steps, lastIsAbsent: false, window: ever };
    }
    case 'member':
      return { kind, id, dataset: source.dataset, column: source.person, negated: false };
    case 'sql':
      return { kind, id, text: '' };
  }
}

/** A comparison that is still to be filled in. */
export function newComparison(): Comparison {
  return { column: '', operator: 'is', values: [] };
}

/** The first day or time of a dataset; empty where it has none. */
export function firstTime({ columns }: Pick<CatalogDataset, 'columns'>): string {
  return columnPaths(columns).find(({ kind }) => kind === 'time')?.label ?? '';
}
