import type { Analysis } from '../analysis.ts';
import type { Block, Clause } from '../structure/nodes.ts';
import { expressionWishes, isAfterOperand } from './expression-place.ts';
import { rank } from './item.ts';
import { queryWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';

/** What may come in the clauses that only INSERT, UPDATE, DELETE, MERGE and ALTER have. */
export function writeWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  const previous = structure.lexemes[index - 1]?.upper ?? '';
  switch (clause.kind) {
    case 'target':
      return targetWishes(analysis, block, clause);
    case 'set':
      return setWishes(analysis, block, clause);
    case 'conflict':
      if (previous === 'DO') return [keywords(['NOTHING', 'UPDATE SET'])];
      if (previous === 'UPDATE') return [keywords(['SET'])];
      return [
        keywords(
          index === clause.start
            ? ['($0)', 'DO NOTHING', 'DO UPDATE SET']
            : ['DO NOTHING', 'DO UPDATE SET', 'WHERE', 'RETURNING'],
        ),
      ];
    default:
      return whenWishes(analysis, clause, previous);
  }
}

function targetWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  const previous = structure.lexemes[index - 1]?.upper ?? '';
  if (index === clause.start || previous === 'EXISTS') {
    return [
      { kind: 'relations', only: 'table' },
      keywords(block.kind === 'alter' && previous !== 'EXISTS' ? ['IF EXISTS'] : []),
    ];
  }
  if (previous === 'BY') return [keywords(['NAME', 'POSITION'])];
  if (previous === 'DEFAULT') return [keywords(['VALUES'])];
  if (!isAfterOperand(structure, index)) return [];
  switch (block.kind) {
    case 'insert':
      return [
        keywords(previous === ')' ? [] : ['($0)'], rank.condition),
        keywords(['VALUES', 'SELECT', 'FROM', 'BY NAME', 'BY POSITION', 'DEFAULT VALUES'], rank.next),
        keywords([...queryWords.filter((word) => word === 'WITH'), 'ON CONFLICT', 'RETURNING', 'AS'], rank.rare),
      ];
    case 'update':
      return [keywords(['SET', 'AS'])];
    case 'delete':
      return [keywords(['WHERE', 'USING', 'RETURNING', 'AS'])];
    case 'merge':
      return [keywords(['USING', 'AS'])];
    default:
      return alterActions;
  }
}

const alterActions: Wish[] = [
  keywords([
    'ADD COLUMN',
    'DROP COLUMN',
    'RENAME COLUMN',
    'RENAME TO',
    'ALTER COLUMN',
    'ADD PRIMARY KEY ($0)',
    'SET PARTITIONED BY ($0)',
  ]),
];

function setWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  let assigned = false;
  for (let at = clause.start; at < index; at++) {
    const raw = structure.lexemes[at]?.raw;
    if (raw === ',') assigned = false;
    if (raw === '=') assigned = true;
    at = Math.max(at, Math.min(structure.groups.get(at)?.close ?? at, index - 1));
  }
  const startsEntry = index === clause.start || structure.lexemes[index - 1]?.raw === ',';
  if (!assigned) return startsEntry ? [{ kind: 'target-columns' }] : [keywords(['='])];
  const next =
    block.kind === 'merge'
      ? ['WHEN', 'RETURNING']
      : ['WHERE', ...(block.kind === 'update' ? ['FROM'] : []), 'RETURNING'];
  return [...expressionWishes(structure, index, clause.start, { next }), keywords(['DEFAULT'], rank.rare)];
}

function whenWishes(analysis: Analysis, clause: Clause, previous: string): Wish[] {
  switch (previous) {
    case 'WHEN':
      return [keywords(['MATCHED THEN', 'MATCHED AND', 'NOT MATCHED THEN', 'NOT MATCHED BY SOURCE THEN'])];
    case 'NOT':
      return [keywords(['MATCHED THEN', 'MATCHED BY SOURCE THEN', 'MATCHED AND'])];
    case 'MATCHED':
    case 'SOURCE':
    case 'TARGET':
      return [keywords(['THEN', 'AND', 'BY SOURCE', 'BY TARGET'])];
    case 'THEN':
      return [
        keywords([
          'UPDATE SET',
          'UPDATE',
          'DELETE',
          'INSERT ($0) VALUES ()',
          'INSERT',
          'INSERT BY NAME',
          'DO NOTHING',
          'ERROR',
        ]),
      ];
    case 'INSERT':
      return [keywords(['($0) VALUES ()', 'BY NAME', 'VALUES ($0)', '*'])];
    case 'UPDATE':
      return [keywords(['SET', 'BY NAME'])];
    default:
      return expressionWishes(analysis.structure, analysis.index, clause.start, {
        next: ['THEN', 'WHEN', 'RETURNING'],
      });
  }
}

/** What may come behind ALTER TABLE t. */
export function alterWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const words = analysis.structure.lexemes.slice(clause.start, analysis.index).map((lexeme) => lexeme.upper);
  const text = words.join(' ');
  const columns: Wish = { kind: 'target-columns' };
  if (text === '') return alterActions;
  if (/^ADD$/.test(text)) return [keywords(['COLUMN', 'COLUMN IF NOT EXISTS', 'PRIMARY KEY ($0)'])];
  if (/^DROP$/.test(text)) return [keywords(['COLUMN', 'COLUMN IF EXISTS'])];
  if (/^DROP (COLUMN )?(IF EXISTS)?$/.test(text)) return [columns];
  if (/^RENAME$/.test(text)) return [keywords(['COLUMN', 'TO']), columns];
  if (/^ALTER$/.test(text)) return [keywords(['COLUMN']), columns];
  if (/^(DROP|RENAME|ALTER) COLUMN$/.test(text)) return [columns];
  if (/^RENAME (COLUMN )?\S+$/.test(text)) return [keywords(['TO'])];
  if (/^ADD (COLUMN )?(IF NOT EXISTS )?\S+$/.test(text) || /(TYPE|DATA TYPE)$/.test(text)) return [{ kind: 'types' }];
  if (/^ALTER (COLUMN )?\S+$/.test(text)) {
    return [keywords(['TYPE', 'SET DEFAULT', 'DROP DEFAULT', 'SET NOT NULL', 'DROP NOT NULL'])];
  }
  if (/^ADD .*[^,(]$/.test(text)) return [keywords(['DEFAULT', 'NOT NULL'])];
  if (/USING|DEFAULT/.test(text)) return expressionWishes(analysis.structure, analysis.index, block.start);
  return [];
}
