import type { Translation } from './contract.ts';

/** What the translator's package answers; its offsets count Unicode characters. */
export interface TranslatorAnswer {
  readonly success: boolean;
  readonly sql?: readonly string[] | null;
  readonly error?: string | null;
  readonly errorStart?: number;
  readonly errorEnd?: number;
}

/** The translator's answer about one statement. */
export function readAnswer(text: string, { success, sql, error, errorStart, errorEnd }: TranslatorAnswer): Translation {
  const statement = sql?.[0];
  if (success && statement !== undefined) return { text: statement };
  const failure = error ?? 'no reason given';
  if (errorStart === undefined) return { failure };
  const offset = (count: number) => {
    let at = 0;
    for (let left = count; left > 0 && at < text.length; left--) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
  };
  return { failure, range: { start: offset(errorStart), end: offset(errorEnd ?? errorStart + 1) } };
}
