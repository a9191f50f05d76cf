import { Button, SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatExact, plainFormat } from '../../src/charts/number-format.ts';
import { type Column, isNull } from '../../src/engine/batch.ts';
import { textAt } from '../../src/engine/text.ts';
import { type ColumnInfo, isNested, isNumeric } from '../../src/engine/types.ts';
import { bytesAt } from '../../src/engine/value.ts';
import type { CellPlace } from '../../src/results/row-source.ts';
import { numberLocale } from '../app/number-locale.ts';
import classes from './CellInspector.module.css';
import { TypeIcon } from './TypeIcon.tsx';
import { useCopy } from './use-copy.ts';
import { HexValue, JsonValue, TextValue } from './ValueViews.tsx';

export interface CellInspectorProps {
  readonly place: CellPlace;
  readonly column: ColumnInfo;
  /** Row in the result as shown, from 0. */
  readonly row: number;
}

type Form = 'tree' | 'text' | 'hex';
const formTitles: Readonly<Record<Form, string>> = { tree: 'Tree', text: 'Text', hex: 'Bytes' };

/** Longest text, in characters, that is looked at for being JSON. */
const parsedLength = 20_000_000;

/** One value whole: texts and bytes of any length, nested values as a tree. */
export function CellInspector({ place, column, row }: CellInspectorProps) {
  const value = useMemo(() => readValue(place.column, place.row), [place]);
  const [wanted, setWanted] = useState<Form>();
  const { note, copyText } = useCopy();
  const form = value === undefined ? undefined : (value.forms.find((known) => known === wanted) ?? value.forms[0]);
  return (
    <div className={classes.inspector}>
      <header className={classes.head}>
        <p className={classes.name} title={column.name}>
          <TypeIcon info={column} />
          <strong>{column.name}</strong>
        </p>
        <p className={classes.facts} title={column.sqlType}>
          Row {(row + 1).toLocaleString()} · {column.sqlType}
        </p>
      </header>
      {value === undefined && <p className={classes.null}>NULL: there is no value here.</p>}
      {value !== undefined && (
        <>
          <div className={classes.bar}>
            <span className={classes.facts}>{value.facts}</span>
            {value.forms.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label="Shown as"
                data={value.forms.map((known) => ({ value: known, label: formTitles[known] }))}
                value={form ?? 'text'}
                onChange={setWanted}
              />
            )}
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => {
                copyText(value.text, 'Copied');
              }}
            >
              {note?.words ?? 'Copy'}
            </Button>
          </div>
          {form === 'tree' && <JsonValue text={value.text} />}
          {form === 'hex' && <HexValue bytes={value.bytes} />}
          {form === 'text' &&
            (value.text === '' ? <p className={classes.null}>Empty text</p> : <TextValue text={value.text} />)}
        </>
      )}
    </div>
  );
}

interface ReadValue {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Length and what cannot be seen, in words. */
  readonly facts: string;
  /** The ways to show it, the best first. */
  readonly forms: readonly [Form, ...Form[]];
}

function readValue(column: Column, row: number): ReadValue | undefined {
  if (isNull(column, row)) return undefined;
  const { type } = column;
  const text = textAt(column, row) ?? '';
  const none = new Uint8Array(0);
  if (type.kind === 'blob' || type.kind === 'fixed-blob') {
    const bytes = bytesAt(column, row);
    return { text, bytes, facts: `${bytes.length.toLocaleString()} bytes`, forms: ['hex', 'text'] };
  }
  if (isNested(type)) return { text, bytes: none, facts: lengthWords(text), forms: ['tree', 'text'] };
  if (type.kind === 'text') {
    const bytes = bytesAt(column, row);
    const forms: ReadValue['forms'] = isJson(text) ? ['tree', 'text', 'hex'] : ['text', 'hex'];
    return { text, bytes, facts: textWords(text), forms };
  }
  const facts = isNumeric(type) ? formatExact(text, plainFormat, numberLocale) : '';
  return { text, bytes: none, facts: facts === text ? '' : facts, forms: ['text'] };
}

function isJson(text: string): boolean {
  if (text.length > parsedLength || !/^\s*[[{]/.test(text.slice(0, 1000)) || !/[\]}]\s*$/.test(text.slice(-1000)))
    return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lengthWords(text: string): string {
  return `${text.length.toLocaleString()} ${text.length === 1 ? 'character' : 'characters'}`;
}

function textWords(text: string): string {
  const edges = [
    /^\s/.test(text.slice(0, 1)) && 'begins',
    /\s/.test(text.slice(-1)) && text.length > 0 && 'ends',
  ].filter((edge) => edge !== false);
  return edges.length === 0 ? lengthWords(text) : `${lengthWords(text)}, ${edges.join(' and ')} with a space`;
}
