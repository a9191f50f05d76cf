import type { Question } from './contract.ts';

/** Whether a reader's answer is right: texts without regard to case and outer spaces, numbers to the digits given. */
export function isRightAnswer({ answer }: Question, given: string): boolean {
  const text = given.trim();
  if (typeof answer === 'string') return text.toLowerCase() === answer.toLowerCase();
  const plain = text.replaceAll(/[\s,_]/g, '').replace(/%$/, '');
  return plain !== '' && Math.abs(Number(plain) - answer) < tolerance(answer);
}

/** Half a unit of the last decimal of the stated answer. */
function tolerance(answer: number): number {
  const decimals = String(answer).split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}
