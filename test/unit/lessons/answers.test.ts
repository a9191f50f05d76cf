import { describe, expect, test } from 'vitest';
import { isRightAnswer } from '../../../src/lessons/answers.ts';
import type { Question } from '../../../src/lessons/contract.ts';

const question = (answer: string | number): Question => ({
  id: 'q',
  prompt: 'How many?',
  answer,
  proof: 'SELECT 1',
  hint: 'Count.',
  because: 'So.',
});

describe('numbers', () => {
  test.each([
    [8907, '8907'],
    [8907, ' 8,907 '],
    [8907, '8 907'],
    [12.5, '12.5'],
    [12.5, '12.54'],
    [42, '42 %'],
    [0, '0'],
  ])('%s is answered by %j', (answer, given) => {
    expect(isRightAnswer(question(answer), given)).toBe(true);
  });

  test.each([
    [8907, '8908'],
    [8907, ''],
    [0, ''],
    [12.5, '12.56'],
    [8907, 'many'],
  ])('%s is not answered by %j', (answer, given) => {
    expect(isRightAnswer(question(answer), given)).toBe(false);
  });
});

test('texts are compared without case and outer spaces', () => {
  expect(isRightAnswer(question('order_id'), ' ORDER_ID ')).toBe(true);
  expect(isRightAnswer(question('order_id'), 'orderid')).toBe(false);
});
