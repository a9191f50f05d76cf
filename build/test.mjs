import fs from 'node:fs';
import path from 'node:path';
import { ensurePackages } from './steps/install.mjs';
import { root, run, tool } from './steps/run.mjs';

// Everything that has to hold before a change lands, cheapest first.
process.env.CI = '1';
ensurePackages();
const { ensureBuild } = await import('./steps/build.mjs');
const { ensureDebianPackages } = await import('./steps/debian.mjs');
const { ensureElectron, installApp } = await import('./steps/electron-runtime.mjs');

const reports = path.join(root, 'test-results');
fs.rmSync(reports, { recursive: true, force: true });
const counts = { passed: 0, failed: 0 };
const failures = [];

attempt('check', () => run(process.execPath, ['build/check.mjs', '--no-tests']));
attempt('Debian packages', ensureDebianPackages);
attempt('unit, engine, corpus and CLI tests', () => {
  ensureBuild();
  try {
    run(tool('vitest'), [
      'run',
      '--reporter',
      'dot',
      '--reporter',
      'json',
      '--outputFile.json',
      'test-results/vitest.json',
    ]);
  } finally {
    count('vitest.json', (report) => [report.numPassedTests, report.numFailedTests]);
  }
});
attempt('end-to-end tests', () => {
  installApp(ensureElectron());
  try {
    run(tool('playwright'), ['test']);
  } finally {
    count('playwright.json', ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
  }
});

for (const failure of failures) console.error(failure);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function attempt(name, step) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  try {
    step();
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
    if (counts.failed === 0) counts.failed = 1;
  }
  console.log(`=== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

function count(file, read) {
  const report = path.join(reports, file);
  if (!fs.existsSync(report)) return;
  const [passed, failed] = read(JSON.parse(fs.readFileSync(report, 'utf8')));
  counts.passed += passed;
  counts.failed += failed;
}
