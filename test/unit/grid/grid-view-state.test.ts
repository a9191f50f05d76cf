import { expect, test } from 'vitest';
import { choiceOf, parseGridState, stateAfter } from '../../../renderer/grid/grid-view-state.ts';
import type { ColumnInfo } from '../../../src/engine/types.ts';

const columns = (...names: string[]): ColumnInfo[] =>
  names.map((name) => ({ name, type: { kind: 'text' }, sqlType: 'VARCHAR' }));

test('what was made of columns follows their names into the next result', () => {
  const state = stateAfter(
    parseGridState(undefined),
    { widths: new Map([[1, 80]]), pinned: [2], hidden: [0] },
    columns('a', 'b', 'c'),
  );
  expect(parseGridState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  expect(choiceOf(state, columns('c', 'x', 'b'))).toEqual({ widths: new Map([[2, 80]]), pinned: [0], hidden: [] });
});

test('repeated names are told apart', () => {
  const state = stateAfter(
    parseGridState({}),
    { widths: new Map(), pinned: [], hidden: [1] },
    columns('id', 'id', 'id'),
  );
  expect(choiceOf(state, columns('id', 'id', 'id')).hidden).toEqual([1]);
});

test('what is said of columns that are away now is kept until they come back', () => {
  const all = columns('a', 'b');
  const first = stateAfter(parseGridState('broken'), { widths: new Map([[1, 90]]), pinned: [1], hidden: [0] }, all);
  const narrowed = stateAfter(first, choiceOf(first, columns('a')), columns('a'));
  expect(choiceOf(narrowed, all)).toEqual({ widths: new Map([[1, 90]]), pinned: [1], hidden: [0] });
});
