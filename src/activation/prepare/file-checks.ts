import { counted, listed } from '../../modules/words.ts';
import type { Platform } from '../platforms/platform.ts';
import { uselessHeaders } from '../platforms/suggest-fields.ts';
import type { LintFinding } from './lint-finding.ts';
import type { SendSettings } from './send-settings.ts';

/** What can be said of a file before a row is read: its headers and treatments against what the platform documents. */
export function headerFindings(settings: SendSettings, platform: Platform): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const add = (finding: Omit<LintFinding, 'rows' | 'examples'>) => findings.push({ ...finding, rows: 0, examples: [] });
  const times = new Map<string, number>();
  for (const { header } of settings.fields) times.set(header, (times.get(header) ?? 0) + 1);
  for (const [header, count] of times) {
    const known = platform.columns.find((column) => column.header === header);
    const close = platform.columns.find((column) => fold(column.header) === fold(header));
    if (known === undefined && close !== undefined && !platform.anyHeader) {
      const words = `The header “${header}” is written “${close.header}” at ${platform.title}.`;
      add({ code: 'header-casing', severity: 'error', header, words, remedy: `Call it “${close.header}”.` });
    } else if (known === undefined && !platform.anyHeader) {
      const words = `${platform.title} knows no column “${header}”.`;
      const names = platform.columns.map((column) => column.header);
      add({ code: 'unknown-header', severity: 'error', header, words, remedy: `It knows ${listed(names, 12)}.` });
    }
    if (count > (known?.atMost ?? 1)) {
      const words = `The header “${header}” stands ${counted(count, 'time')} in the file.`;
      add({
        code: 'repeated-header',
        severity: 'error',
        header,
        words,
        remedy: `Map it at most ${counted(known?.atMost ?? 1, 'time')}.`,
      });
    }
  }
  for (const { header, hash, normalise } of settings.fields) {
    const known = platform.columns.find((column) => column.header === header);
    if (known === undefined || platform.anyHeader || known.hash === hash || normalise.kind === 'digest') continue;
    const plain = known.hash !== 'none' && hash === 'none';
    const words = plain
      ? `“${header}” would leave in the clear; ${platform.title} takes it hashed.`
      : `“${header}” is hashed otherwise than ${platform.title} expects.`;
    add({
      code: 'other-hash',
      severity: plain ? 'error' : 'warning',
      header,
      words,
      remedy: 'Take the treatment of the preset.',
    });
  }
  return [...findings, ...keyFindings(settings, platform)];
}

function keyFindings({ fields, keys }: SendSettings, platform: Platform): readonly LintFinding[] {
  const mapped = fields.map(({ header }) => header);
  const complete = keys.some(({ headers }) => headers.every((header) => mapped.includes(header)));
  if (keys.length === 0) return [];
  if (complete) return uselessHeaders(keys, mapped).map((header) => incompleteKey(header, keys, mapped));
  const titles = keys.map(({ headers }) => headers.join(' with '));
  return [
    {
      code: 'no-match-key',
      severity: 'error',
      header: null,
      rows: 0,
      words: `No column is mapped by which ${platform.title} could match people.`,
      remedy: `Map one of ${listed(titles, 12)}.`,
      examples: [],
    },
  ];
}

function incompleteKey(header: string, keys: SendSettings['keys'], mapped: readonly string[]): LintFinding {
  const [key] = keys.filter(({ headers }) => headers.includes(header));
  const missing = (key?.headers ?? []).filter((other) => !mapped.includes(other));
  return {
    code: 'incomplete-key',
    severity: 'warning',
    header,
    rows: 0,
    words: `“${header}” matches nobody without ${listed(missing, 12)}.`,
    remedy: 'Map these too, or take it out.',
    examples: [],
  };
}

/** What the number of rows says, against the platform's limits. */
export function sizeFindings(settings: SendSettings, platform: Platform, rows: number): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const base = { header: null, rows, examples: [] } as const;
  if (platform.fewestRows !== undefined && rows > 0 && rows < platform.fewestRows) {
    const words = `${counted(rows, 'row')} would leave; ${platform.title} needs at least ${counted(platform.fewestRows, 'row')}.`;
    findings.push({ ...base, code: 'too-few-rows', severity: 'warning', words, remedy: 'Widen the audience.' });
  }
  const most = platform.rowsPerFile;
  const perFile = Math.min(rows, settings.file.rowsPerFile ?? rows);
  if (most !== undefined && perFile > most) {
    const words = `A file would hold ${counted(perFile, 'row')}; ${platform.title} takes ${counted(most, 'row')} at most.`;
    findings.push({
      ...base,
      code: 'too-many-rows',
      severity: 'error',
      words,
      remedy: `Split the file at ${counted(most, 'row')}.`,
    });
  }
  return findings;
}

function fold(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
