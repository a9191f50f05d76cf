import { Tooltip } from '@mantine/core';
import {
  IconAbc,
  IconBraces,
  IconBrackets,
  IconCalendar,
  IconClock,
  IconFingerprint,
  IconHash,
  IconKey,
  IconLink,
  IconToggleLeft,
  type TablerIcon,
} from '@tabler/icons-react';
import { fieldsOf, type TypeTree, typeText } from '../../../src/dialect/type-tree.ts';
import type { ColumnKey, DatasetKeys } from '../../../src/distiller/column-keys.ts';
import type { TreeNode } from '../../ui/Tree.tsx';
import classes from './SidePanel.module.css';

const keyIcons: Readonly<Record<ColumnKey['kind'], TablerIcon>> = {
  'primary-key': IconKey,
  'foreign-key': IconLink,
  identity: IconFingerprint,
};

/** What SQL has declared of a column, in the order it was declared. */
function KeyMarks({ keys = [] }: { readonly keys: readonly ColumnKey[] | undefined }) {
  return keys.map(({ kind, words }) => {
    const Icon = keyIcons[kind];
    return (
      <Tooltip key={words} label={words}>
        <Icon size={13} aria-label={words} className={classes.key} />
      </Tooltip>
    );
  });
}

/** A column of a dataset, or a field at a path of one, with what SQL has declared of it. */
export function columnNode(
  dataset: string,
  path: readonly string[],
  type: TypeTree,
  keys: DatasetKeys | undefined,
): TreeNode {
  const name = path.at(-1) ?? '';
  const dotted = path.join('.');
  const id = `${dataset}.${dotted}`;
  const Icon = typeIcon(type);
  const inner = innermost(type);
  const fields = fieldsOf(inner);
  return {
    id,
    text: name,
    content: (
      <>
        <Icon size={14} aria-hidden className={classes.typeIcon} />
        <span className={classes.name} title={name}>
          {name}
        </span>
        <KeyMarks keys={keys?.get(dotted.toLowerCase())} />
        <span className={classes.type} title={typeText(type)}>
          {shortType(type)}
        </span>
      </>
    ),
    ...(fields.length > 0 && {
      children: () => fields.map((field) => columnNode(dataset, [...path, field.name], field.type, keys)),
    }),
  };
}

/** What lies inside lists and maps: the fields one opens. */
function innermost(type: TypeTree): TypeTree {
  if (type.kind === 'list') return innermost(type.item);
  return type.kind === 'map' ? innermost(type.value) : type;
}

function shortType(type: TypeTree): string {
  if (type.kind === 'list') return `${shortType(type.item)}[]`;
  return type.kind === 'scalar' ? type.name : type.kind.toUpperCase();
}

function typeIcon(type: TypeTree): TablerIcon {
  if (type.kind === 'list') return IconBrackets;
  if (type.kind === 'struct' || type.kind === 'map' || type.kind === 'union') return IconBraces;
  if (type.kind === 'enum' || /CHAR|TEXT|UUID|BLOB|BIT/.test(type.name)) return IconAbc;
  if (type.name.startsWith('TIME')) return IconClock;
  if (type.name === 'DATE') return IconCalendar;
  return type.name === 'BOOLEAN' ? IconToggleLeft : IconHash;
}
