import { ActionIcon, Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { mostSources, type OverlapSource, sourceKey, sourceTitle } from '../../../../src/audiences/overlap/source.ts';
import type { CatalogView } from '../../../../src/modules/catalog-view.ts';
import { findCatalogDataset } from '../../../../src/modules/source-dataset.ts';
import { type Candidate, identityPaths } from '../../../audiences/overlap/candidates.ts';
import { type OverlapTab, updateTab } from '../../../store/view-state.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import classes from './OverlapTab.module.css';

export interface SourcesPaneProps extends TabProps {
  readonly tab: OverlapTab;
  readonly catalog: CatalogView;
  readonly candidates: readonly Candidate[];
}

/** What is compared, and by which identity. */
export function SourcesPane({ id, tab, catalog, candidates }: SourcesPaneProps) {
  const { sources } = tab;
  const chosen = new Set(sources.map(sourceKey));
  const open = candidates.filter(({ key }) => !chosen.has(key));
  const groups = [...new Set(open.map(({ group }) => group))];
  const full = sources.length >= mostSources;
  const set = (next: readonly OverlapSource[]) => {
    updateTab(id, 'overlap', { sources: next.slice(0, mostSources) });
  };
  return (
    <section className={classes.pane} aria-label="What is compared">
      <Select
        label="Add"
        description={
          full ? `${mostSources} are as many as can be compared at once.` : 'An audience, a segment or a dataset.'
        }
        placeholder="Choose whom to compare"
        searchable
        disabled={full}
        value={null}
        nothingFoundMessage="Nothing of that name"
        data={groups.map((group) => ({
          group,
          items: open.filter((one) => one.group === group).map(({ key, label }) => ({ value: key, label })),
        }))}
        onChange={(key) => {
          const found = candidates.find((one) => one.key === key);
          if (found !== undefined) set([...sources, found.source]);
        }}
      />
      {!full &&
        groups
          .filter((group) => group !== 'Datasets')
          .map((group) => (
            <Button
              key={group}
              variant="default"
              title={group}
              onClick={() => {
                set([...sources, ...open.filter((one) => one.group === group).map(({ source }) => source)]);
              }}
            >
              {group === 'Audiences'
                ? 'Add all audiences'
                : `Add all ${group.toLowerCase().replace('segments in', 'segments of')}`}
            </Button>
          ))}
      <ul className={classes.sources} aria-label="Compared">
        {sources.map((source, place) => (
          <SourceEntry
            key={sourceKey(source)}
            source={source}
            catalog={catalog}
            onChange={(next) => {
              set(sources.flatMap((one, at) => (at !== place ? [one] : next === undefined ? [] : [next])));
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface SourceEntryProps {
  readonly source: OverlapSource;
  readonly catalog: CatalogView;
  readonly onChange: (source: OverlapSource | undefined) => void;
}

function SourceEntry({ source, catalog, onChange }: SourceEntryProps) {
  const dataset = findCatalogDataset(catalog, source.dataset);
  const title = sourceTitle(source);
  const paths = dataset === undefined ? [] : identityPaths(dataset).map(({ label }) => label);
  return (
    <li>
      <div>
        <p title={title}>
          <strong>{title}</strong>
          {source.kind === 'segment' && <span className={classes.muted}> in {source.dataset}</span>}
        </p>
        <Select
          aria-label={`Identity of ${title}`}
          searchable
          data={paths.includes(source.identity) ? paths : [source.identity, ...paths]}
          value={source.identity}
          onChange={(identity) => {
            if (identity !== null) onChange({ ...source, identity });
          }}
        />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove ${title}`}
        onClick={() => {
          onChange(undefined);
        }}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}
