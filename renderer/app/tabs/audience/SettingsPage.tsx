import { Autocomplete, MultiSelect, TextInput } from '@mantine/core';
import { columnPaths } from '../../../../src/modules/column-paths.ts';
import { findCatalogDataset } from '../../../../src/modules/source-dataset.ts';
import { standardNamespaces } from '../../../../src/audiences/statements/namespaces.ts';
import { SplitButton } from '../../../audiences/split/SplitButton.tsx';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { DropButton } from './DropButton.tsx';

/** What members keep beside their identity, what that identity is, and when a refresh is pointed out. */
export function SettingsPage({ id, draft, catalog, saved, onChange }: AudiencePageProps) {
  const dataset = findCatalogDataset(catalog, draft.rule.people);
  const columns = columnPaths(dataset?.columns ?? []).filter(
    ({ kind, label }) => kind !== 'other' && label !== draft.rule.identity,
  );
  return (
    <div className={classes.page}>
      {draft.mode === 'rule' && (
        <MultiSelect
          label="Attributes that members keep"
          description="Copied with each refresh, for sends and for other audiences."
          searchable
          hidePickedOptions
          data={columns.map(({ label }) => label)}
          value={draft.attributes}
          onChange={(attributes) => {
            onChange({ attributes });
          }}
        />
      )}
      <Autocomplete
        data={standardNamespaces.map(({ code }) => code)}
        label="Namespace of the identity"
        description="What kind of identity it is, such as Email, Phone, ECID or CRMID."
        value={draft.namespace}
        onChange={(namespace) => {
          onChange({ namespace });
        }}
      />
      <TextInput
        label="Point out changes above"
        description="Percent by which a refresh may change the size without a warning. Empty for any."
        inputMode="decimal"
        value={draft.alertAt}
        onChange={(event) => {
          onChange({ alertAt: event.currentTarget.value });
        }}
      />
      {saved !== undefined && <SplitButton audience={saved} />}
      {saved !== undefined && (
        <div>
          <DropButton id={id} audience={saved} />
        </div>
      )}
    </div>
  );
}
