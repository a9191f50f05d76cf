import { isKnownFunction } from './catalogue.ts';
import type { Finding } from './contract.ts';
import { type ExportTarget, targetName } from './target.ts';
import { callsOf } from './target-text.ts';

/** Words that stand before a bracket and are no functions. */
const syntax =
  /^(?:ALL|AND|ANY|ARRAY|AS|BETWEEN|BY|CASE|CAST|CHECK|COLUMNS|CUBE|DISTINCT|ELSE|EXCEPT|EXCLUDE|EXISTS|EXTRACT|FILTER|FROM|GROUP|GROUPING|HAVING|IN|INSERT|INTERSECT|INTERVAL|INTO|IS|JOIN|KEY|LATERAL|LIKE|LIMIT|MAP|NOT|OFFSET|ON|OR|ORDER|OVER|OVERLAY|PARTITION|PIVOT|POSITION|QUALIFY|RENAME|REPLACE|RLIKE|ROLLUP|ROW|SAFE_CAST|SELECT|SET|SETS|SOME|STRUCT|SUBSTRING|SUBSTR|TABLE|TABLESAMPLE|THEN|TRIM|TRY_CAST|UNION|UNNEST|UNPIVOT|USING|VALUES|WHEN|WHERE|WITH|WITHIN|ORDINAL|SAFE_ORDINAL|SAFE_OFFSET|RESERVOIR|SYSTEM|SAMPLE|MATERIALIZED)$/i;

const types =
  /^(?:CHAR|VARCHAR|NVARCHAR|STRING|DECIMAL|NUMERIC|NUMBER|BIGNUMERIC|TIMESTAMP|TIME|FLOAT|BINARY|VARBINARY|VARBYTE|BIT|INT|INTEGER|ARRAY|MAP|ROW|OBJECT|STRUCT|DATE|DATETIME)$/i;

/** Functions of a translated text that the target does not document and of which nothing has been told. */
export function unknownFunctions(text: string, target: ExportTarget, told: ReadonlySet<string>): readonly Finding[] {
  const found = new Set<string>();
  for (const { name, start } of callsOf(text, target)) {
    const plain = name.toLowerCase();
    if (syntax.test(name) || isName(text, start) || told.has(plain) || isKnownFunction(target, plain)) continue;
    if (types.test(name) && /(?:\bAS|<|,|\w:?)\s*$/i.test(text.slice(0, start))) continue;
    found.add(plain);
  }
  return [...found].map((name) => ({
    severity: 'missing',
    what: name,
    advice: `The result has it, and ${targetName(target)} does not know it; say it in other functions, or define it there.`,
  }));
}

/** Whether the word names something here: an alias with columns, a common table, the target of INSERT. */
function isName(text: string, start: number): boolean {
  return (
    /(?:\b(?:AS|INTO|TABLE|VIEW|WITH|UPDATE|EXISTS|RECURSIVE)|\))\s+$/i.test(
      text.slice(Math.max(0, start - 20), start),
    ) || /(?:^|[\s(,])[\w"`]+\s$/.test(aliasBefore(text, start))
  );
}

/** The name right before a word, when that name is no keyword: `LATERAL VIEW EXPLODE(l) u`. */
function aliasBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 40), start);
  const word = /([\w"`]+)\s$/.exec(before)?.[1] ?? '';
  return word === '' || keyword.test(word) ? '' : before;
}

const keyword =
  /^(?:ALL|AND|ANY|ASC|BETWEEN|BY|CASE|CROSS|DESC|DISTINCT|DIV|ELSE|END|ESCAPE|EXCEPT|FROM|HAVING|ILIKE|IN|INNER|INTERSECT|IS|JOIN|LEFT|LIKE|LIMIT|NOT|OFFSET|ON|OR|ORDER|OUTER|QUALIFY|RIGHT|RLIKE|SELECT|SET|SIMILAR|THEN|TO|UNION|USING|VALUES|VIEW|WHEN|WHERE|LATERAL|APPROXIMATE)$/i;
