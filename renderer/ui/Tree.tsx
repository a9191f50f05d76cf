import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { IconChevronRight } from '@tabler/icons-react';
import classes from './Tree.module.css';

export interface TreeNode {
  readonly id: string;
  /** What type-ahead matches. */
  readonly text: string;
  readonly content: ReactNode;
  /** Present on nodes that can be opened; asked only when they are. */
  readonly children?: () => readonly TreeNode[];
  readonly onActivate?: () => void;
  /** Shown at the right end of the row under the pointer or focus. */
  readonly actions?: ReactNode;
}

interface FlatNode {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: number;
}

export interface TreeProps {
  readonly nodes: readonly TreeNode[];
  readonly label: string;
  readonly rowHeight: number;
}

const typeAheadMs = 700;

/** A tree of any size: only rows in view exist. Arrows move and open, letters jump, Enter activates. */
export function Tree({ nodes, label, rowHeight }: TreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const typed = useRef({ text: '', at: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const flat = useMemo(() => flatten(nodes, open), [nodes, open]);
  const index = Math.min(current, Math.max(flat.length - 1, 0));

  const virtualizer = useVirtualizer({
    count: flat.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const go = (target: number) => {
    const next = Math.max(0, Math.min(flat.length - 1, target));
    setCurrent(next);
    virtualizer.scrollToIndex(next);
  };
  const toggle = (id: string, wanted: boolean) => {
    const changed = new Set(open);
    if (wanted) changed.add(id);
    else changed.delete(id);
    setOpen(changed);
  };

  const typeAhead = (key: string) => {
    const now = performance.now();
    const text = (now - typed.current.at < typeAheadMs ? typed.current.text : '') + key.toLowerCase();
    typed.current = { text, at: now };
    const order = [...flat.keys()].map((_, step) => (index + (text.length > 1 ? 0 : 1) + step) % flat.length);
    const found = order.find((place) => flat[place]?.node.text.toLowerCase().startsWith(text));
    if (found !== undefined) go(found);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const item = flat[index];
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = open.has(item.node.id);
    const actions: Readonly<Partial<Record<string, () => void>>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(flat.length - 1),
      PageDown: () => go(index + 10),
      PageUp: () => go(index - 10),
      ArrowRight: () => {
        if (item.node.children !== undefined && !isOpen) toggle(item.node.id, true);
        else go(index + 1);
      },
      ArrowLeft: () => {
        if (isOpen) toggle(item.node.id, false);
        else if (item.parent >= 0) go(item.parent);
      },
      Enter: () => item.node.onActivate?.(),
      ' ': () => toggle(item.node.id, !isOpen),
    };
    const action = actions[event.key];
    if (action !== undefined) action();
    else if (event.key.length === 1) typeAhead(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={classes.tree}
      role="tree"
      aria-label={label}
      aria-activedescendant={flat[index] === undefined ? undefined : rowId(label, flat[index].node.id)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index: place, start }) => {
          const item = flat[place];
          if (item === undefined) return null;
          const { node, level } = item;
          const isOpen = open.has(node.id);
          return (
            <div
              key={node.id}
              id={rowId(label, node.id)}
              className={classes.row}
              role="treeitem"
              aria-level={level + 1}
              aria-selected={place === index}
              {...(node.children !== undefined && { 'aria-expanded': isOpen })}
              tabIndex={-1}
              style={{ top: start, height: rowHeight, paddingLeft: 6 + level * 14 }}
              onClick={() => {
                setCurrent(place);
                if (node.children !== undefined) toggle(node.id, !isOpen);
              }}
              onDoubleClick={node.onActivate}
              onKeyDown={() => undefined}
            >
              <span className={classes.chevron} data-open={isOpen || undefined}>
                {node.children !== undefined && <IconChevronRight size={14} aria-hidden />}
              </span>
              <span className={classes.content}>{node.content}</span>
              {node.actions !== undefined && <span className={classes.actions}>{node.actions}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowId(label: string, nodeId: string): string {
  return `${label}-${nodeId}`.replace(/\s+/g, '_');
}

function flatten(nodes: readonly TreeNode[], open: ReadonlySet<string>): FlatNode[] {
  const flat: FlatNode[] = [];
  const visit = (items: readonly TreeNode[], level: number, parent: number) => {
    for (const node of items) {
      const place = flat.push({ node, level, parent }) - 1;
      if (node.children !== undefined && open.has(node.id)) visit(node.children(), level + 1, place);
    }
  };
  visit(nodes, 0, -1);
  return flat;
}
