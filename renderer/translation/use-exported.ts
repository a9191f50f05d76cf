import { useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../src/core/error.ts';
import type { ExportedStatement } from '../../src/dialect/export/contract.ts';
import type { ExportTarget } from '../../src/dialect/export/target.ts';
import { exportSql } from './export-sql.ts';

/** What came of an export; `undefined` while it is under way. */
export type Exported =
  { readonly statements: readonly ExportedStatement[] } | { readonly error: ErrorData } | undefined;

/** Statements in another dialect, translated anew when they or the target change. */
export function useExported(statements: readonly string[], target: ExportTarget): Exported {
  const texts = useSame(statements);
  const [found, setFound] = useState<{
    readonly of: readonly string[];
    readonly target: ExportTarget;
    readonly exported: Exported;
  }>();
  useEffect(() => {
    let current = true;
    const keep = (exported: Exported) => {
      if (current) setFound({ of: texts, target, exported });
    };
    exportSql(texts, target).then(
      (exported) => {
        keep({ statements: exported });
      },
      (error: unknown) => {
        keep({ error: errorToData(error) });
      },
    );
    return () => {
      current = false;
    };
  }, [texts, target]);
  return found?.of === texts && found.target === target ? found.exported : undefined;
}

/** The list as it was first given, for as long as its texts stay the same. */
function useSame(texts: readonly string[]): readonly string[] {
  const [kept, setKept] = useState(texts);
  if (kept === texts) return texts;
  if (kept.length === texts.length && kept.every((text, index) => text === texts[index])) return kept;
  setKept(texts);
  return texts;
}
