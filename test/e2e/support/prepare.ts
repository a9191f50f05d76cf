import { spawn } from 'node:child_process';
import fs from 'node:fs';
import type { FullConfig } from '@playwright/test';
import { ensureElectron, installApp } from '../../../build/steps/electron-runtime.mjs';

/** Once before all tests: a screen for Electron, and the built app where Electron looks for it. */
export default function prepare(config: FullConfig): (() => void) | undefined {
  if (config.projects.some(({ metadata }) => metadata.shell === 'electron')) installApp(ensureElectron());
  return startDisplay();
}

/** Electron needs a screen: without one a virtual one is started for the whole run. */
export function startDisplay(): (() => void) | undefined {
  if (process.platform !== 'linux' || process.env.DISPLAY) return undefined;
  const number =
    [...Array(100).keys()].map((index) => index + 90).find((free) => !fs.existsSync(`/tmp/.X${free}-lock`)) ?? 90;
  const server = spawn('Xvfb', [`:${number}`, '-screen', '0', '2560x1440x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  process.env.DISPLAY = `:${number}`;
  return () => {
    server.kill();
  };
}
