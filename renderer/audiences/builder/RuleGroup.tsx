import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { newNode, type NewNode } from '../../../src/audiences/rule/new-leaf.ts';
import type { Group } from '../../../src/audiences/rule/rule.ts';
import type { BuilderProps } from './builder-props.ts';
import classes from './RuleBuilder.module.css';
import { RuleLeaf } from './RuleLeaf.tsx';
import { SizeBadge } from './SizeBadge.tsx';

const choices: readonly { readonly kind: NewNode; readonly title: string; readonly words: string }[] = [
  { kind: 'attribute', title: 'What people are', words: 'A column of the people’s dataset' },
  { kind: 'events', title: 'What people did', words: 'How many rows they have in another dataset, and when' },
  { kind: 'sequence', title: 'In what order', words: 'One thing, then another, or not' },
  { kind: 'member', title: 'Where they are listed', words: 'Another audience, a list, a segment' },
  { kind: 'group', title: 'A group of conditions', words: 'All or any of some' },
  { kind: 'sql', title: 'A condition in SQL', words: 'What the others cannot say' },
];

/** What one choice of three says of a group. */
const joins = [
  { value: 'all', label: 'All' },
  { value: 'any', label: 'Any' },
  { value: 'none', label: 'None' },
];

/** Conditions of which all, any or none must hold, with their sizes; groups lie within groups. */
export function RuleGroup({ group, root, ...props }: BuilderProps & { readonly group: Group; readonly root: string }) {
  const { catalog, people, state, onChange, onAdd } = props;
  const isRoot = group.id === root;
  const choice = !group.negated ? group.join : group.join === 'any' ? 'none' : 'not-all';
  return (
    <section className={classes.group} data-root={isRoot || undefined} aria-label={isRoot ? 'Conditions' : 'Group'}>
      <header className={classes.groupHead}>
        <SegmentedControl
          aria-label={isRoot ? 'How the conditions join' : 'How the conditions of the group join'}
          data={choice === 'not-all' ? [...joins, { value: 'not-all', label: 'Not all' }] : joins}
          value={choice}
          onChange={(next) => {
            const negated = next === 'none' || next === 'not-all';
            onChange(group.id, { ...group, negated, join: next === 'any' || next === 'none' ? 'any' : 'all' });
          }}
        />
        <span className={classes.muted}>of these hold</span>
        <span className={classes.spacer} />
        {!isRoot && <SizeBadge id={group.id} state={state} root={root} />}
        {!isRoot && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Remove the group"
            onClick={() => {
              onChange(group.id, undefined);
            }}
          >
            <IconTrash size={14} />
          </ActionIcon>
        )}
      </header>
      <ul className={classes.nodes}>
        {group.nodes.map((node) => (
          <li key={node.id}>
            {node.kind === 'group' ? (
              <RuleGroup {...props} group={node} root={root} />
            ) : (
              <RuleLeaf {...props} leaf={node} root={root} />
            )}
          </li>
        ))}
      </ul>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button className={classes.add ?? ''} variant="subtle" leftSection={<IconPlus size={14} />}>
            Add a condition
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(({ kind, title, words }) => (
            <Menu.Item
              key={kind}
              onClick={() => {
                onAdd(group.id, newNode(kind, crypto.randomUUID(), people, catalog));
              }}
            >
              <strong>{title}</strong>
              <span className={classes.choice}>{words}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
