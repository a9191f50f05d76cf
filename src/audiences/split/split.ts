/** One group of a split. */
export interface SplitGroup {
  readonly name: string;
  /** 0–100; the groups of a split make 100. */
  readonly percent: number;
}

/** How an audience is divided at random, the same way each time. */
export interface Split {
  /** Joined to the identity before it is hashed: another salt is another, unrelated split. */
  readonly salt: string;
  readonly groups: readonly SplitGroup[];
  /** The group that is left out of sends; absent for none. */
  readonly holdout?: string | undefined;
  /** Columns in whose every combination the shares are exact; with none a person's group never changes. */
  readonly strata: readonly string[];
}

/** Groups beyond these are hardly told apart. */
export const mostGroups = 12;

/** What keeps a split from being made, in one sentence; `undefined` when nothing does. */
export function splitIssue({ groups, holdout }: Split): string | undefined {
  if (groups.length < 2) return 'A split needs at least two groups.';
  if (groups.length > mostGroups) return `A split has at most ${mostGroups} groups.`;
  if (groups.some(({ name }) => name.trim() === '')) return 'Give every group a name.';
  const names = new Set(groups.map(({ name }) => name.trim().toLowerCase()));
  if (names.size < groups.length) return 'Two groups have the same name.';
  if (groups.some(({ percent }) => !(percent > 0 && percent < 100)))
    return 'Every group needs more than 0 and less than 100 %.';
  const total = rounded(groups.reduce((sum, { percent }) => sum + percent, 0));
  if (total !== 100) return `The groups make ${total} %, not 100 %.`;
  if (holdout !== undefined && !groups.some(({ name }) => name === holdout))
    return `There is no group “${holdout}” to hold out.`;
  return undefined;
}

/** Where each group begins and ends in 0–1, in their order. */
export function groupRanges(groups: readonly SplitGroup[]): readonly { readonly from: number; readonly to: number }[] {
  let end = 0;
  return groups.map(({ percent }) => {
    const from = end;
    end = rounded(end + percent);
    return { from: rounded(from / 100), to: rounded(end / 100) };
  });
}

/** Without the noise of sums like 0.1 + 0.2. */
function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
