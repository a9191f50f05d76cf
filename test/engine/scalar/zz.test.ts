import { test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { collect } from '../../../src/engine/collect.ts';
import { scalar } from '../../../src/engine/collect.ts';
import { readFileSync } from 'node:fs';
test('x', async () => {
  const engine = await openNodeEngine({});
  const session = await engine.openSession();
  for (const line of readFileSync('/tmp/exp/q.sql','utf8').split('\n').filter(l=>l.trim())) {
    try { console.log(line, '\n  =>', await scalar(session, line)); } catch (e) { console.log(line, '\n  !!', String(e).slice(0,300)); }
  }
  await engine.close();
});
