import type { Audience } from '../../../src/audiences/audience.ts';
import { membershipPaths, segmentsOfType } from '../../../src/audiences/overlap/memberships.ts';
import type { SegmentName } from '../../../src/audiences/overlap/memberships.ts';
import { type OverlapSource, sourceKey, sourceTitle } from '../../../src/audiences/overlap/source.ts';
import type { ProfileMark } from '../../../src/catalog/profile-marks.ts';
import { guessCustomerColumn } from '../../../src/customers/customer-filter.ts';
import type { CatalogDataset, CatalogView } from '../../../src/modules/catalog-view.ts';
import { type ColumnPath, columnPaths } from '../../../src/modules/column-paths.ts';

/** People that can be compared, as the list offers them. */
export interface Candidate {
  readonly source: OverlapSource;
  readonly key: string;
  readonly label: string;
  /** The heading it stands under: `Audiences`, `Datasets`, or the segments of one dataset. */
  readonly group: string;
}

/** What is known of the project. */
export interface KnownPeople {
  readonly catalog: CatalogView;
  readonly audiences: readonly Pick<Audience, 'name' | 'identity'>[];
  readonly profiles: ReadonlyMap<string, ProfileMark>;
  /** Segments that rows name, by dataset and path of the memberships. */
  readonly segmentsIn: (dataset: CatalogDataset, path: ColumnPath) => readonly SegmentName[];
}

/** Audiences first, then the segments of profiles, then every dataset with a column that can name people. */
export function overlapCandidates({ catalog, audiences, profiles, segmentsIn }: KnownPeople): readonly Candidate[] {
  const named = new Set(audiences.map(({ name }) => name));
  const others = catalog.datasets.filter(({ label }) => !named.has(label));
  const withIdentity = others.flatMap((dataset) => {
    const identity = identityOf(dataset, profiles);
    return identity === undefined ? [] : [{ dataset, identity }];
  });
  return [
    ...audiences
      .filter(({ name }) => catalog.datasets.some(({ label }) => label === name))
      .map(({ name, identity }) => candidate({ kind: 'dataset', dataset: name, identity }, 'Audiences')),
    ...withIdentity.flatMap(({ dataset, identity }) =>
      membershipPaths(dataset).flatMap((path) =>
        (segmentsOfType(path.type) ?? segmentsIn(dataset, path)).map((segment) =>
          candidate(
            { kind: 'segment', dataset: dataset.label, identity, memberships: path.label, ...segment },
            `Segments in ${dataset.label}`,
          ),
        ),
      ),
    ),
    ...withIdentity.map(({ dataset, identity }) =>
      candidate({ kind: 'dataset', dataset: dataset.label, identity }, 'Datasets'),
    ),
  ];
}

/** The columns of a source's dataset that can name people. */
export function identityPaths({ columns }: Pick<CatalogDataset, 'columns'>): readonly ColumnPath[] {
  return columnPaths(columns).filter(({ kind }) => kind === 'text' || kind === 'number');
}

function candidate(source: OverlapSource, group: string): Candidate {
  return { source, key: sourceKey(source), label: sourceTitle(source), group };
}

function identityOf(dataset: CatalogDataset, profiles: KnownPeople['profiles']): string | undefined {
  const known = profiles.get(dataset.label)?.identity ?? guessCustomerColumn(dataset);
  return known === '' ? identityPaths(dataset)[0]?.label : known;
}
