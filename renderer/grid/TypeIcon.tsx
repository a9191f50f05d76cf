import {
  IconBinary,
  IconBraces,
  IconBrackets,
  IconCalendar,
  IconClock,
  IconHash,
  IconLetterT,
  IconToggleLeft,
} from '@tabler/icons-react';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { cellLook } from './grid-look.ts';

const icons = {
  number: IconHash,
  boolean: IconToggleLeft,
  date: IconCalendar,
  time: IconClock,
  object: IconBraces,
  list: IconBrackets,
  blob: IconBinary,
  text: IconLetterT,
} as const;

/** A column's kind of value as a picture; the exact type is its name. */
export function TypeIcon({ info }: { readonly info: ColumnInfo }) {
  const Icon = icons[kindOf(info)];
  return <Icon size={14} stroke={1.6} aria-label={info.sqlType} role="img" />;
}

function kindOf(info: ColumnInfo): keyof typeof icons {
  const look = cellLook(info);
  if (info.type.kind === 'date') return 'date';
  if (look !== 'nested') return look;
  return info.type.kind === 'struct' || info.type.kind === 'map' ? 'object' : 'list';
}
