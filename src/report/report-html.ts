import type { Step } from '../modules/contract.ts';
import { readableSql } from '../modules/plan-sql.ts';
import { counted } from '../modules/words.ts';
import type { RecordedCheck, RecordedFigures, RecordedFinding, RunRecord } from '../runner/run-record.ts';
import { escapeHtml } from './escape-html.ts';
import { reportStyle } from './report-style.ts';

/** What a report is made of. */
export interface ReportContent {
  readonly record: RunRecord;
  /** The plan's steps in reading names. */
  readonly steps: readonly Step[];
  /** Drawn charts as SVG text, by finding. */
  readonly charts: Readonly<Record<string, string>>;
}

/** Rows of a finding that a report lists. */
const listedRows = 100;

/** A run as one HTML page that needs nothing else: words, charts, tables, checks, settings and the SQL of every step. */
export function reportHtml({ record, steps, charts }: ReportContent): string {
  const title = escapeHtml(record.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<h1>${title}</h1>
<p class="facts">Made on ${escapeHtml(record.finishedAt.slice(0, 16).replace('T', ' '))} UTC with Stillhouse, ${escapeHtml(record.module)} version ${record.moduleVersion}.</p>
${record.narrowedTo === undefined ? '' : `<p class="facts">Of ${escapeHtml(record.narrowedTo)} only.</p>`}
${checksHtml(record.checks)}
${record.findings.map((finding) => findingHtml(finding, charts[finding.id])).join('\n')}
${settingsHtml(record)}
<h2>How it was computed</h2>
${steps.map(stepHtml).join('\n')}
</body>
</html>
`;
}

function checksHtml(checks: readonly RecordedCheck[]): string {
  if (checks.length === 0) return '';
  const lines = checks.map(({ title, passed, severity, remedy, evidence }) =>
    passed
      ? `<li class="passed">${escapeHtml(title)}</li>`
      : `<li class="${severity}"><strong>Not so: ${escapeHtml(title)}</strong> (${counted(evidence.rowCount, 'case')}). ${escapeHtml(remedy)}</li>`,
  );
  return `<ul class="checks">\n${lines.join('\n')}\n</ul>`;
}

function findingHtml({ title, words, reading, figures }: RecordedFinding, chart: string | undefined): string {
  return `<section>
<h2>${escapeHtml(title)}</h2>
<p class="words">${escapeHtml(words)}</p>
<p class="facts">${escapeHtml(reading)}</p>
${chart === undefined ? '' : `<figure>${chart}</figure>`}
${figuresHtml(figures)}
</section>`;
}

function figuresHtml({ columns, rows, rowCount }: RecordedFigures): string {
  if (rowCount === 0) return '';
  const head = columns.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const shown = rows.slice(0, listedRows);
  const body = shown.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
  const rest = rowCount - shown.length;
  const more = rest > 0 ? `<p class="facts">… and ${rest.toLocaleString('en')} more rows.</p>` : '';
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>${more}`;
}

function cellHtml(cell: RecordedFigures['rows'][number][number]): string {
  if (cell === null) return '<td class="null">NULL</td>';
  if (typeof cell === 'number')
    return `<td class="number">${cell.toLocaleString('en', { maximumFractionDigits: 6 })}</td>`;
  return `<td>${escapeHtml(typeof cell === 'string' ? cell : JSON.stringify(cell))}</td>`;
}

function settingsHtml({ input, outputs }: RunRecord): string {
  const rows = Object.entries(input).map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(settingText(value))}</td></tr>`,
  );
  const kept = outputs.map(
    ({ name, rows: count, from, replaced }) =>
      `<p>Kept as <strong>${escapeHtml(name)}</strong>: ${count.toLocaleString('en')} rows, made from ${escapeHtml(from.join(', '))}.${replaced ? ' It replaced the rows it had before.' : ''}</p>`,
  );
  return `<h2>Settings</h2>\n<table>\n${rows.join('\n')}\n</table>\n${kept.join('\n')}`;
}

function settingText(value: RunRecord['input'][string]): string {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stepHtml(step: Step, index: number): string {
  const { title, explanation } = step;
  return `<section class="step">
<h3>${index + 1}. ${escapeHtml(title)}</h3>
<p>${escapeHtml(explanation.what)} ${escapeHtml(explanation.why)}</p>
<pre>${escapeHtml(readableSql(step))}</pre>
</section>`;
}
