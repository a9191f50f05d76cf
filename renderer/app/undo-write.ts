import type { Services } from './services.ts';

/** Takes back the latest change to stored data: restores the table, or brings a dropped one back. */
export async function undoLastWrite({ project, messages }: Services): Promise<void> {
  const { workspace } = await project.whenLive();
  const [dropped] = workspace.dropped;
  const tables = workspace.datasets.filter((dataset) => dataset.snapshot !== undefined);
  const latest = tables.reduce<(typeof tables)[number] | undefined>(
    (best, table) => ((table.snapshot ?? 0) > (best?.snapshot ?? 0) ? table : best),
    undefined,
  );
  if (dropped !== undefined && dropped.snapshot > (latest?.snapshot ?? 0)) {
    await workspace.undrop(dropped);
    messages.say(`“${dropped.name}” is back.`);
    return;
  }
  const history = latest === undefined ? [] : await workspace.history(latest);
  const last = history.at(-1);
  if (latest === undefined || last?.parent === undefined) {
    messages.say(
      'There is no earlier state to go back to: the latest change created its table. Drop the table to remove it.',
    );
    return;
  }
  await workspace.restore(latest, last.parent);
  messages.say(`“${latest.name}” is back as it was before ${describe(last.operation)}. Undo again to return.`);
}

function describe(operation: string): string {
  return (
    { append: 'rows were added', delete: 'rows were deleted', update: 'rows were changed' }[operation] ??
    `the last ${operation}`
  );
}
