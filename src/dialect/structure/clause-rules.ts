import type { BlockKind, ClauseKind } from './nodes.ts';

type Rule = readonly [phrase: string, kind: ClauseKind];

const tail: readonly Rule[] = [
  ['WHERE', 'where'],
  ['GROUP BY', 'group'],
  ['GROUP', 'group'],
  ['HAVING', 'having'],
  ['WINDOW', 'window'],
  ['QUALIFY', 'qualify'],
  ['ORDER BY', 'order'],
  ['ORDER', 'order'],
  ['LIMIT', 'limit'],
  ['OFFSET', 'limit'],
  ['USING SAMPLE', 'sample'],
];

/** Words that open a clause, by kind of block; longer phrases stand before their beginnings. */
const rules: Readonly<Record<BlockKind, readonly Rule[]>> = {
  select: [['SELECT', 'select'], ['FROM', 'from'], ...tail],
  values: [['VALUES', 'values'], ...tail],
  nested: tail,
  pivot: [
    ['PIVOT', 'from'],
    ['PIVOT_WIDER', 'from'],
    ['UNPIVOT', 'from'],
    ['PIVOT_LONGER', 'from'],
    ['ON', 'pivot-on'],
    ['USING', 'pivot-using'],
    ['INTO', 'unpivot-into'],
    ...tail,
  ],
  insert: [
    ['INTO', 'target'],
    ['ON CONFLICT', 'conflict'],
    ['SET', 'set'],
    ['WHERE', 'where'],
    ['RETURNING', 'returning'],
  ],
  update: [
    ['UPDATE', 'target'],
    ['SET', 'set'],
    ['FROM', 'from'],
    ['WHERE', 'where'],
    ['RETURNING', 'returning'],
  ],
  delete: [
    ['DELETE FROM', 'target'],
    ['USING', 'from'],
    ['WHERE', 'where'],
    ['RETURNING', 'returning'],
  ],
  merge: [
    ['MERGE INTO', 'target'],
    ['USING', 'from'],
    ['ON', 'on'],
    ['WHEN', 'when'],
    ['SET', 'set'],
    ['RETURNING', 'returning'],
  ],
  'create-table': [],
  'create-view': [],
  'create-macro': [],
  alter: [],
  describe: [],
  plain: [],
};

interface Opening {
  readonly words: readonly string[];
  readonly kind: ClauseKind;
}

/** The rules by kind of block and first word: they are asked for every word of a statement. */
const openings: ReadonlyMap<string, ReadonlyMap<string, readonly Opening[]>> = new Map(
  Object.entries(rules).map(([kind, list]) => {
    const byWord = new Map<string, Opening[]>();
    for (const [phrase, clause] of list) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      byWord.set(first, [...(byWord.get(first) ?? []), { words, kind: clause }]);
    }
    return [kind, byWord];
  }),
);

/** The clause that the words at a place open in a block of this kind, and how many words open it. */
export function clauseOpenedBy(
  kind: BlockKind,
  wordAt: (ahead: number) => string,
): { readonly kind: ClauseKind; readonly length: number } | undefined {
  const found = openings
    .get(kind)
    ?.get(wordAt(0))
    ?.find((opening) => opening.words.every((word, index) => wordAt(index) === word));
  return found === undefined ? undefined : { kind: found.kind, length: found.words.length };
}

const joinWords = new Set([
  'NATURAL',
  'INNER',
  'LEFT',
  'RIGHT',
  'FULL',
  'OUTER',
  'CROSS',
  'SEMI',
  'ANTI',
  'ASOF',
  'POSITIONAL',
]);

/** The number of words that announce a join at a place: 2 for `LEFT JOIN`; 0 when none starts there. */
export function joinLength(wordAt: (ahead: number) => string): number {
  let length = 0;
  while (joinWords.has(wordAt(length))) length++;
  if (wordAt(length) === 'JOIN') return length + 1;
  return length > 0 && wordAt(length) !== '(' && wordAt(length) !== '.' ? length : 0;
}

/** Whether an upper-cased word is part of a join's announcement. */
export function isJoinWord(upper: string): boolean {
  return upper === 'JOIN' || joinWords.has(upper);
}

/** Whether the words at a place begin a statement that cannot be part of the one before: a semicolon is missing. */
export function beginsStatement(wordAt: (ahead: number) => string): boolean {
  switch (wordAt(0)) {
    case 'CREATE':
      return true;
    case 'INSERT':
      return /^(INTO|OR)$/.test(wordAt(1));
    case 'DELETE':
      return wordAt(1) === 'FROM';
    case 'DROP':
    case 'ALTER':
      return /^(TABLE|VIEW|SCHEMA|MACRO|FUNCTION|TYPE|INDEX|SEQUENCE)$/.test(wordAt(1));
    case 'MERGE':
      return wordAt(1) === 'INTO';
    case 'UPDATE':
      return wordAt(2) === 'SET';
    case 'WITH':
      return wordAt(1) === 'RECURSIVE' || (wordAt(2) === 'AS' && wordAt(1) !== 'ORDINALITY');
    default:
      return false;
  }
}
