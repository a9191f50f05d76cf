import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { columnPaths } from '../../../../src/modules/column-paths.ts';
import { findCatalogDataset } from '../../../../src/modules/source-dataset.ts';
import { guessCustomerColumn } from '../../../../src/customers/customer-filter.ts';
import { sql } from '../../../../src/core/sql.ts';
import { addNode, replaceNode } from '../../../../src/audiences/rule/edit-rule.ts';
import { readRule } from '../../../../src/audiences/rule/read-rule.ts';
import type { Group, RuleNode } from '../../../../src/audiences/rule/rule.ts';
import { RuleGroup } from '../../../audiences/builder/RuleGroup.tsx';
import { useServices } from '../../services.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { ruleText } from './rule-text.ts';

/** Who belongs to the audience: by conditions, or by a query; each can become the other. */
export function DefinitionPane(props: AudiencePageProps) {
  const { draft, catalog, onChange } = props;
  const { messages } = useServices();
  const toRule = () => {
    const read = readRule(draft.sql, { catalog, today: sql`today()` }, () => crypto.randomUUID());
    if (read.ok) onChange({ mode: 'rule', rule: read.rule });
    else if (draft.sql.trim() === '') onChange({ mode: 'rule' });
    else messages.warn(`This query stays SQL. ${read.reason}`);
  };
  const toSql = () => {
    onChange({ mode: 'sql', sql: ruleText(draft, catalog) ?? draft.sql, identity: draft.rule.identity });
  };
  return (
    <section className={classes.definition} aria-label="Who belongs to it">
      <SegmentedControl
        className={classes.mode ?? ''}
        aria-label="How the audience is defined"
        data={[
          { value: 'rule', label: 'Conditions' },
          { value: 'sql', label: 'SQL' },
        ]}
        value={draft.mode}
        onChange={(mode) => {
          if (mode === 'sql') toSql();
          else toRule();
        }}
      />
      {draft.mode === 'rule' ? <Conditions {...props} /> : <Query {...props} />}
    </section>
  );
}

function Conditions({ draft, catalog, state, onChange }: AudiencePageProps) {
  const { rule } = draft;
  const dataset = findCatalogDataset(catalog, rule.people);
  const identities = columnPaths(dataset?.columns ?? []).filter(({ kind }) => kind === 'text' || kind === 'number');
  const setRoot = (root: Group) => {
    onChange({ rule: { ...rule, root } });
  };
  return (
    <>
      <div className={classes.people}>
        <Select
          label="People of"
          searchable
          placeholder="Choose a dataset"
          data={catalog.datasets.map(({ label }) => label)}
          value={rule.people || null}
          onChange={(label) => {
            const chosen = findCatalogDataset(catalog, label ?? '');
            const identity = chosen === undefined ? '' : guessCustomerColumn(chosen);
            onChange({ rule: { ...rule, people: label ?? '', identity }, attributes: [] });
          }}
        />
        <Select
          label="known by"
          searchable
          placeholder="Identity"
          data={identities.map(({ label }) => label)}
          value={rule.identity || null}
          onChange={(identity) => {
            onChange({ rule: { ...rule, identity: identity ?? '' } });
          }}
        />
      </div>
      <RuleGroup
        group={rule.root}
        root={rule.root.id}
        catalog={catalog}
        people={rule.people}
        state={state}
        onChange={(id: string, node: RuleNode | undefined) => {
          if (id === rule.root.id && node?.kind === 'group') setRoot(node);
          else setRoot(replaceNode(rule.root, id, node));
        }}
        onAdd={(to, node) => {
          setRoot(addNode(rule.root, to, node));
        }}
      />
      {rule.root.nodes.length === 0 && (
        <p className={classes.hint}>
          Without conditions everybody belongs to it. Each condition you add shows how many people fulfil it, and how
          many members the audience loses by it.
        </p>
      )}
    </>
  );
}

function Query({ draft, onChange }: AudiencePageProps) {
  return (
    <>
      <Textarea
        className={classes.code ?? ''}
        label="Query"
        description="One row a member. Columns beside the identity are kept as attributes."
        autosize
        minRows={10}
        value={draft.sql}
        onChange={(event) => {
          onChange({ sql: event.currentTarget.value });
        }}
      />
      <TextInput
        label="Identity"
        description="The column of the query that says who a member is."
        value={draft.identity}
        onChange={(event) => {
          onChange({ identity: event.currentTarget.value });
        }}
      />
    </>
  );
}
