import type { Cost, Round } from './comparison.ts';

/** Does the work once and gives what it took, without what it takes to prepare and to clear up. */
export type CostedRun = () => Promise<Cost>;

/** Runs both by turns, the other one first in every other round; rounds of warming up are not counted. */
export async function interleave(
  { rounds, warmUp = 0 }: { readonly rounds: number; readonly warmUp?: number },
  ours: CostedRun,
  baseline: CostedRun,
): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    if (round % 2 === 0) {
      const first = await ours();
      measured.push({ ours: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      measured.push({ ours: await ours(), baseline: first });
    }
  }
  return measured.slice(warmUp);
}
