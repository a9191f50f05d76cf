import fs from 'node:fs';
import { ensurePackages } from './steps/install.mjs';
import { run, tool } from './steps/run.mjs';
import { playwrightCounts, reports, reportTo, vitestCounts } from './steps/test-reports.mjs';

// Everything that has to hold before a change lands, cheapest first.
process.env.CI = '1';
ensurePackages();
const { ensureBuild } = await import('./steps/build.mjs');
const { ensureDebianPackages } = await import('./steps/debian.mjs');
const { ensureElectron, installApp } = await import('./steps/electron-runtime.mjs');

fs.rmSync(reports, { recursive: true, force: true });
const failures = [];

attempt('check and unit tests', () => run(process.execPath, ['build/check.mjs']));
attempt('Debian packages', ensureDebianPackages);
attempt('engine, corpus and CLI tests', () => {
  ensureBuild();
  run(tool('vitest'), ['run', '--project', 'engine', ...reportTo('engine.json')]);
});
attempt('end-to-end tests', () => {
  installApp(ensureElectron());
  run(tool('playwright'), ['test']);
});

const counts = [vitestCounts('unit.json'), vitestCounts('engine.json'), playwrightCounts('playwright.json')];
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
for (const failure of failures) console.error(failure);
console.log(`${sum('passed')} passed, ${Math.max(sum('failed'), failures.length)} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function attempt(name, step) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  try {
    step();
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
  }
  console.log(`=== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}
