import { defineConfig } from '@playwright/test';

/**
 * The journeys in Chromium (served on loopback) and in real Electron; the network is closed in both. Journeys tagged
 * `@once` use nothing that differs between the two, and run in Chromium alone; long ones tagged `@electron` run in the
 * app itself, and have a shorter one beside them that proves in Chromium what differs there.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/e2e/support/prepare.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // Once more on the build machine: two browsers on two cores may keep one waiting for too long.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
  projects: [
    { name: 'chromium', use: {}, grepInvert: /@electron/, metadata: { shell: 'browser' } },
    { name: 'electron', use: {}, grepInvert: /@once/, metadata: { shell: 'electron' } },
  ],
});
