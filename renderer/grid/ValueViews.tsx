import { useMemo } from 'react';
import { hexLine } from '../../src/results/hex-lines.ts';
import { type JsonPlace, jsonChildren, jsonRoot } from '../../src/results/json-text-tree.ts';
import { breakLines } from '../../src/results/text-lines.ts';
import { useSize } from '../charts/use-size.ts';
import { Tree, type TreeNode } from '../ui/Tree.tsx';
import classes from './CellInspector.module.css';
import { characterWidth } from './grid-look.ts';
import { VirtualLines } from './VirtualLines.tsx';

/** Space that a view of lines needs beside its characters, in pixels. */
const linePadding = 32;

/** A text whole, however long, broken to the width there is. */
export function TextValue({ text }: { readonly text: string }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const characters = Math.max(16, Math.floor((width - linePadding) / characterWidth));
  const starts = useMemo(() => (width === 0 ? undefined : breakLines(text, characters)), [text, characters, width]);
  return (
    <div ref={ref} className={classes.value}>
      {starts !== undefined && (
        <VirtualLines
          label="Value"
          count={starts.length - 1}
          line={(index) => text.slice(starts[index], starts[index + 1]).replace(/\r?\n$/, '')}
        />
      )}
    </div>
  );
}

/** Bytes whole, as hexadecimal numbers and characters. */
export function HexValue({ bytes }: { readonly bytes: Uint8Array }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const perLine = Math.floor((width - linePadding) / characterWidth) >= 76 ? 16 : 8;
  return (
    <div ref={ref} className={classes.value}>
      <VirtualLines
        label="Bytes"
        count={Math.ceil(bytes.length / perLine)}
        line={(index) => hexLine(bytes, index * perLine, perLine)}
      />
    </div>
  );
}

/** Items of a list shown under one node; longer lists are cut into groups. */
const groupSize = 1000;
const shownCharacters = 300;

/** A JSON text as a tree; branches are read when they are opened. */
export function JsonValue({ text }: { readonly text: string }) {
  const nodes = useMemo(() => {
    const root = jsonRoot(text);
    return root.kind === 'scalar' ? [nodeOf(text, root, '')] : branches(text, root, '');
  }, [text]);
  return (
    <div className={classes.value}>
      <Tree nodes={nodes} label="Value" rowHeight={24} />
    </div>
  );
}

function branches(text: string, parent: JsonPlace, path: string): readonly TreeNode[] {
  const children = jsonChildren(text, parent.start);
  if (children.length <= groupSize) return children.map((child) => nodeOf(text, child, path));
  return Array.from({ length: Math.ceil(children.length / groupSize) }, (_, group): TreeNode => {
    const first = group * groupSize;
    const items = children.slice(first, first + groupSize);
    const title = `${first} … ${first + items.length - 1}`;
    return {
      id: `${path}/${title}`,
      text: title,
      content: <span className={classes.summary}>{title}</span>,
      children: () => items.map((child) => nodeOf(text, child, path)),
    };
  });
}

function nodeOf(text: string, place: JsonPlace, path: string): TreeNode {
  const id = `${path}/${place.key}@${place.start}`;
  const isBranch =
    place.kind !== 'scalar' && !/^[[{]\s*[\]}]$/.test(text.slice(place.start, Math.min(place.end, place.start + 64)));
  const shown = text.slice(place.start, Math.min(place.end, place.start + shownCharacters));
  return {
    id,
    text: place.key,
    content: (
      <span className={classes.entry} title={isBranch ? undefined : shown}>
        {place.key !== '' && <span className={classes.key}>{place.key}</span>}
        <span className={isBranch ? classes.summary : classes.scalar}>
          {shown}
          {place.end - place.start > shownCharacters && '…'}
        </span>
      </span>
    ),
    ...(isBranch && { children: () => branches(text, place, id) }),
  };
}
