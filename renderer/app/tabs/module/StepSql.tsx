import { useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../../../src/core/error.ts';
import type { Step } from '../../../../src/modules/contract.ts';
import { readableSql } from '../../../../src/modules/plan-sql.ts';
import { translateSql } from '../../../modules/translate.ts';
import type { OtherDialect } from '../../../modules/worker/translate-messages.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

/** In which words SQL is shown: as it runs here, or as other engines want it. */
export type ShownDialect = 'duckdb' | OtherDialect;

interface Translated {
  readonly of: string;
  readonly text?: string;
  readonly error?: ErrorData;
}

/** A step's SQL, as it runs here or translated. What a kernel reads is shown as it is. */
export function StepSql({ step, dialect }: { readonly step: Step; readonly dialect: ShownDialect }) {
  const own = readableSql(step);
  const [translated, setTranslated] = useState<Translated>();
  const wanted = dialect === 'duckdb' || step.kind === 'compute' ? undefined : dialect;
  const key = `${wanted ?? ''} ${own}`;
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let current = true;
    translateSql(own, wanted).then(
      (text) => {
        if (current) setTranslated({ of: key, text });
      },
      (error: unknown) => {
        if (current) setTranslated({ of: key, error: errorToData(error) });
      },
    );
    return () => {
      current = false;
    };
  }, [own, wanted, key]);
  const label = `SQL of ${step.title}`;
  if (wanted === undefined) return <CodeBlock label={label} text={own} />;
  if (translated?.of !== key) return <p role="status">Translating…</p>;
  if (translated.error !== undefined) return <ErrorNote error={translated.error} />;
  return <CodeBlock label={label} text={translated.text ?? ''} />;
}
