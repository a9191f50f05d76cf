import fs from 'node:fs';
import { test } from 'vitest';
import { splitDistiller } from '../../../src/dialect/distiller/parse/split.ts';
import { openDistillerFixture } from './distiller-fixture.ts';
test('probe', async () => {
  const f = await openDistillerFixture();
  const script = fs.readFileSync('/tmp/probe.sql', 'utf8');
  for (const { start, end } of splitDistiller(script)) {
    const s = script.slice(start, end);
    process.stdout.write(`\n> ${s}\n`);
    try {
      const a = await f.run(s);
      process.stdout.write(`${a.columns.join(' | ')}\n${a.rows.join('\n')}\n${a.words ?? ''} ${a.notices.join(' // ')}\n`);
    } catch (e: any) {
      process.stdout.write(`! ${e.code} ${e.message} @${e.range ? s.slice(e.range.start, e.range.end) : '-'} / ${e.remedy ?? ''}\n${e.code === 'internal' || !e.code ? String(e.stack).slice(0,600) : ''}\n`);
    }
  }
  await f.close();
});
