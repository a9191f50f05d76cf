import type { ExportedStatement } from './contract.ts';
import { type ExportTarget, targetName } from './target.ts';

/** Exported statements as one script; one that cannot be said stands in it as a comment. */
export function exportedScript(
  statements: readonly string[],
  exported: readonly ExportedStatement[],
  target: ExportTarget,
): string {
  const texts = exported.map(({ text }, index) =>
    text === undefined ? asComment(statements[index] ?? '', target) : `${text};`,
  );
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

function asComment(source: string, target: ExportTarget): string {
  const lines = source.trim().split('\n');
  return [`-- Not said in ${targetName(target)}:`, ...lines.map((line) => `-- ${line}`)].join('\n');
}
