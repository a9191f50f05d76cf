import { describe, expect, test } from 'vitest';
import { balanceColumns, balanceWords } from '../../../src/audiences/split/balance.ts';
import { ratioCheck, ratioWords } from '../../../src/audiences/split/ratio-check.ts';
import { groupRanges, splitIssue } from '../../../src/audiences/split/split.ts';
import { groupColumn, splitSql } from '../../../src/audiences/split/split-sql.ts';
import { chiSquareTail } from '../../../src/stats/chi-square-tail.ts';

const groups = (...percents: number[]) => percents.map((percent, at) => ({ name: `g${at}`, percent }));
const split = (...percents: number[]) => ({ salt: 's', groups: groups(...percents), strata: [] });

test('the tail of chi-square equals scipy.stats.chi2.sf', () => {
  for (const [statistic, degrees, tail] of [
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [0.5, 3, 0.9188914116546758],
    [30, 4, 4.894437128029217e-6],
    [100, 100, 0.48119168452795663],
  ] as const) {
    expect(chiSquareTail(statistic, degrees) / tail).toBeCloseTo(1, 9);
  }
  expect([chiSquareTail(0, 2), chiSquareTail(Number.POSITIVE_INFINITY, 1)]).toEqual([1, 0]);
});

describe('a split', () => {
  test('is refused with the reason', () => {
    expect(splitIssue(split(50, 50))).toBeUndefined();
    expect(splitIssue(split(33.3, 33.3, 33.4))).toBeUndefined();
    expect(splitIssue(split(50))).toBe('A split needs at least two groups.');
    expect(splitIssue(split(50, 40))).toBe('The groups make 90 %, not 100 %.');
    expect(splitIssue(split(100, 0))).toBe('Every group needs more than 0 and less than 100 %.');
    expect(splitIssue({ ...split(50, 50), holdout: 'x' })).toBe('There is no group “x” to hold out.');
    expect(splitIssue({ ...split(50, 50), groups: groups(50, 50).map((one) => ({ ...one, name: 'A' })) })).toBe(
      'Two groups have the same name.',
    );
    expect(() => splitSql({ dataset: 'd', identity: 'i', columns: ['i'] }, split(1, 2))).toThrow('The groups make 3 %');
  });

  test('covers everybody without a gap', () => {
    expect(groupRanges(groups(10, 20, 70))).toEqual([
      { from: 0, to: 0.1 },
      { from: 0.1, to: 0.3 },
      { from: 0.3, to: 1 },
    ]);
  });

  test('has a group column of its own beside the audience’s', () => {
    expect(groupColumn({ dataset: 'd', identity: 'i', columns: ['i', 'Group'] })).toBe('group_2');
  });
});

describe('the sizes of a split', () => {
  test('are checked against its shares, with what to do', () => {
    const fine = ratioCheck(split(50, 50), [5050, 4950]);
    expect([fine.chiSquare, fine.passed]).toEqual([1, true]);
    expect(fine.p).toBeCloseTo(0.31731, 4);
    expect(ratioWords(fine)).toBe('The sizes fit the shares (chi-square 1 with 1 degree of freedom, p = 0.3173).');
    const off = ratioCheck(split(50, 50), [5500, 4500]);
    expect(off.passed).toBe(false);
    expect(ratioWords(off)).toContain('Do not read results from this split');
    expect(ratioWords(ratioCheck(split(50, 50), [0, 0]))).toContain('this says little');
  });

  test('are balanced or not, in words', () => {
    expect(balanceWords([])).toBe('The members keep no attributes to compare the groups by.');
    expect(balanceWords([{ what: 'age', difference: 0.02 }])).toContain('alike in 1 figure compared');
    expect(balanceWords([{ what: 'age', difference: 0.3 }])).toContain('differ in “age”');
    const columns = ['VARCHAR', 'INTEGER', 'DATE', 'INTEGER[]'].map((type, at) => ({ name: `c${at}`, type }));
    expect(balanceColumns(columns, 'c0').map(({ name }) => name)).toEqual(['c1']);
  });
});
