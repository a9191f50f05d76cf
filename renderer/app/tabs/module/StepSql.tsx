import type { TextRange } from '../../../../src/core/error.ts';
import { placeWords } from '../../../../src/dialect/export/note-words.ts';
import type { Step } from '../../../../src/modules/contract.ts';
import { readableSql } from '../../../../src/modules/plan-sql.ts';
import { ExportedSql } from '../../../translation/ExportedSql.tsx';
import type { ShownDialect } from '../../../translation/shown-dialect.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';

/** A step's SQL, as it runs here or in another dialect. What a kernel reads is shown as it is. */
export function StepSql({ step, dialect }: { readonly step: Step; readonly dialect: ShownDialect }) {
  const own = readableSql(step);
  const label = `SQL of ${step.title}`;
  if (dialect === 'duckdb' || step.kind === 'compute') return <CodeBlock label={label} text={own} />;
  const place = (_statement: number, range: TextRange) => ({ words: `${placeWords(own, range)} of the DuckDB SQL` });
  return <ExportedSql statements={[own]} target={dialect} label={label} place={place} />;
}
