import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Plan, PlanNode } from '../../src/dialect/plan/plan.ts';
import { durationText, planWords } from '../../src/dialect/plan/words.ts';
import styles from './PlanView.module.css';

export interface PlanViewProps {
  readonly plan: Plan;
}

const count = new Intl.NumberFormat('en-US');

/** How a statement ran: one sentence, then its steps as a tree with rows, time and share; the last step is on top. */
export function PlanView({ plan }: PlanViewProps) {
  return (
    <section className={styles.plan} aria-label="Plan of the statement">
      <p className={styles.words}>{planWords(plan)}</p>
      <div className={styles.head} aria-hidden="true">
        <span>Step</span>
        <span className={styles.number}>Rows</span>
        <span className={styles.number}>Time</span>
        <span>Share of time</span>
      </div>
      <ul className={styles.tree} role="tree" aria-label="Steps">
        <Step node={plan.root} level={1} />
      </ul>
    </section>
  );
}

function Step({ node, level }: { readonly node: PlanNode; readonly level: number }) {
  const [isOpen, setOpen] = useState(false);
  const hasDetails = node.details.length > 0 || node.estimated !== undefined;
  const share = Math.round(node.share * 100);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li role="treeitem" aria-level={level} aria-expanded={hasDetails ? isOpen : undefined} aria-selected={false}>
      <button
        type="button"
        className={styles.row}
        disabled={!hasDetails}
        aria-label={`${node.title}, ${count.format(node.rows)} rows, ${durationText(node.seconds)}, ${share} percent of the time`}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.title} style={{ paddingInlineStart: `${(level - 1) * 20}px` }}>
          {hasDetails ? <Chevron size={14} aria-hidden="true" /> : <span className={styles.blank} />}
          {node.title}
        </span>
        <span className={styles.number}>{count.format(node.rows)}</span>
        <span className={styles.number}>{durationText(node.seconds)}</span>
        <span className={styles.share}>
          <span className={styles.track}>
            <span className={styles.bar} style={{ width: `${node.share * 100}%` }} />
          </span>
          <span className={styles.percent}>{share} %</span>
        </span>
      </button>
      {isOpen && <Details node={node} level={level} />}
      {node.children.length > 0 && (
        <ul role="group" className={styles.children}>
          {node.children.map((child) => (
            <Step key={child.id} node={child} level={level + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Details({ node, level }: { readonly node: PlanNode; readonly level: number }) {
  const read =
    node.scanned === undefined || node.scanned === node.rows
      ? []
      : [{ label: 'Rows read', text: count.format(node.scanned) }];
  const expected = node.estimated === undefined ? [] : [{ label: 'Rows expected', text: count.format(node.estimated) }];
  const details = [...node.details, ...read, ...expected];
  return (
    <dl className={styles.details} style={{ marginInlineStart: `${(level - 1) * 20 + 26}px` }}>
      {details.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>Operator</dt>
        <dd>{node.operator}</dd>
      </div>
    </dl>
  );
}
