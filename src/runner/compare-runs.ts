import type { RecordedFigures, RunRecord } from './run-record.ts';

/** A figure that differs between two runs. */
export interface ChangedFigure {
  readonly finding: string;
  /** The row's texts, and its days and times: what tells it from the other rows. */
  readonly row: string;
  readonly column: string;
  /** `null` where the row or the value is missing. */
  readonly before: number | null;
  readonly now: number | null;
}

export interface RunChanges {
  /** Settings that differ, as `name: before → now`. */
  readonly settings: readonly string[];
  /** Figures that differ, in the order of findings and rows. */
  readonly figures: readonly ChangedFigure[];
  /** How many figures are the same. */
  readonly same: number;
}

/** What differs between two runs of one module. Rows are matched by their texts; numbers beyond JavaScript's are left out. */
export function compareRuns(before: RunRecord, now: RunRecord): RunChanges {
  const names = [...new Set([...Object.keys(before.input), ...Object.keys(now.input)])];
  const settings = names
    .map((name) => [name, JSON.stringify(before.input[name] ?? null), JSON.stringify(now.input[name] ?? null)] as const)
    .filter(([, one, other]) => one !== other)
    .map(([name, one, other]) => `${name}: ${one} → ${other}`);
  const [were, are] = [before, now].map(({ narrowedTo }) => narrowedTo ?? 'all customers');
  if (were !== are) settings.unshift(`customers: ${were} → ${are}`);
  const all = now.findings.flatMap((finding) => {
    const earlier = before.findings.find(({ id }) => id === finding.id);
    return earlier === undefined ? [] : comparedFigures(finding.title, earlier.figures, finding.figures);
  });
  const figures = all.filter((figure) => figure.before !== figure.now);
  return { settings, figures, same: all.length - figures.length };
}

function comparedFigures(finding: string, before: RecordedFigures, now: RecordedFigures): ChangedFigure[] {
  const [old, fresh] = [byRow(before), byRow(now)];
  const rows = [...new Set([...fresh.keys(), ...old.keys()])];
  return rows.flatMap((row) => {
    const [one, other] = [old.get(row) ?? {}, fresh.get(row) ?? {}];
    const columns = [...new Set([...Object.keys(other), ...Object.keys(one)])];
    return columns.map((column) => ({
      finding,
      row,
      column,
      before: one[column] ?? null,
      now: other[column] ?? null,
    }));
  });
}

/** Rows by what tells them apart; rows alike are told apart by their number. */
function byRow({ columns, rows }: RecordedFigures): Map<string, Record<string, number | null>> {
  const found = new Map<string, Record<string, number | null>>();
  for (const row of rows) {
    const texts = row.filter((cell) => typeof cell === 'string' || typeof cell === 'boolean');
    const name = texts.join(', ');
    let key = name;
    for (let copy = 2; found.has(key); copy++) key = `${name} (${copy})`;
    const numbers = columns.flatMap(({ name: column }, index): [string, number | null][] => {
      const cell = row[index];
      return typeof cell === 'number' ? [[column, cell]] : [];
    });
    found.set(key, Object.fromEntries(numbers));
  }
  return found;
}
