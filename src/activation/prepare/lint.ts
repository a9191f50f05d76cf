import { queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import type { RelationName } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { counted, numberOf, textOf } from '../../modules/words.ts';
import type { Platform } from '../platforms/platform.ts';
import { headerFindings, sizeFindings } from './file-checks.ts';
import type { LintFinding } from './lint-finding.ts';
import { personalFindings } from './personal-columns.ts';
import { checkCountsSql, checkExamplesSql, repeatedSql, rowChecks, type SqlCheck } from './row-checks.ts';
import type { SendSettings } from './send-settings.ts';

/** What lint needs of a send whose outcomes are in a relation. */
export interface LintRequest {
  readonly settings: SendSettings;
  readonly platform: Platform;
  readonly outcomes: RelationName;
  /** Rows that would leave. */
  readonly sent: number;
  readonly signal?: CancelSignal;
}

const weight = { error: 0, warning: 1, note: 2 } as const;

/** Looks at a send's settings and rows; errors first, then by rows. */
export async function lintSend(session: Session, request: LintRequest): Promise<readonly LintFinding[]> {
  const { settings, platform, outcomes, sent, signal } = request;
  const checks = rowChecks(settings);
  const unique = uniqueFields(settings);
  const [counts = {}] = await queryRows(session, checkCountsSql(settings, checks, outcomes, unique), signal);
  const findings: LintFinding[] = [...headerFindings(settings, platform), ...sizeFindings(settings, platform, sent)];
  const found = async (check: SqlCheck, rows: number): Promise<void> => {
    const examples = await queryRows(session, checkExamplesSql(check, outcomes), signal);
    const { code, severity, header, remedy } = check;
    findings.push({
      code,
      severity,
      header,
      rows,
      remedy,
      words: `${counted(rows, 'row')} of “${header}”: ${check.reason}.`,
      examples: examples.map(({ row, value }) => ({ row: numberOf(row), value: textOf(value) })),
    });
  };
  for (const [index, check] of checks.entries()) {
    const rows = numberOf(counts[`check_${index + 1}`]);
    if (rows > 0) await found(check, rows);
  }
  const linted = numberOf(counts.linted);
  for (const [field, { header }] of settings.fields.entries()) {
    const filled = numberOf(counts[`filled_${field + 1}`]);
    if (filled === 0 && linted > 0) findings.push(emptyColumn(header));
    if (!unique.includes(field)) continue;
    const repeated = filled - numberOf(counts[`distinct_${field + 1}`]);
    if (repeated > 0) await found({ ...repeatedKey, header, field, finds: repeatedSql(field, outcomes) }, repeated);
  }
  findings.push(...(await personalFindings(session, settings, outcomes, signal)));
  return findings.sort((one, other) => weight[one.severity] - weight[other.severity] || other.rows - one.rows);
}

/** The fields, by place, that people are matched by alone. */
function uniqueFields({ fields, keys }: SendSettings): readonly number[] {
  const headers = new Set(keys.flatMap((key) => (key.headers.length === 1 ? key.headers : [])));
  return fields.flatMap(({ header, normalise }, field) =>
    headers.has(header) && normalise.kind !== 'constant' ? [field] : [],
  );
}

const repeatedKey = {
  code: 'repeated-key',
  severity: 'note',
  reason: 'repeats a value of another row',
  remedy: 'People who share an address count once at the platform.',
} as const;

function emptyColumn(header: string): LintFinding {
  return {
    code: 'empty-column',
    severity: 'warning',
    header,
    rows: 0,
    words: `“${header}” has no value in any row.`,
    remedy: 'Map another column, or take it out.',
    examples: [],
  };
}
