import fs from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** Where the runners leave their reports. */
export const reports = path.join(root, 'test-results');

/** Arguments of Vitest: dots on the screen, and a report to count from. */
export function reportTo(file) {
  return ['--reporter', 'dot', '--reporter', 'json', '--outputFile.json', path.join(reports, file)];
}

/** How many tests passed and failed in a report of Vitest; none where there is no report. */
export function vitestCounts(file) {
  const report = readReport(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** The same of Playwright's report. A test that passed when tried again has passed. */
export function playwrightCounts(file) {
  const stats = readReport(file)?.stats;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
}

function readReport(file) {
  const report = path.join(reports, file);
  return fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined;
}
