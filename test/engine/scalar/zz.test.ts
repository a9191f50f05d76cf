import { test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { scalar } from '../../../src/engine/collect.ts';
import { literal } from '../../../src/core/sql.ts';
test('x', async () => {
  const engine = await openNodeEngine({});
  const session = await engine.openSession();
  for (const t of [`'], "`, `"`, `\\`, `\\"`, `']`, `],`, `[`, `}`, `{`, `}}`, `a=b`, `, "`, `'`, `\\\\`, `a\\`, `\\a`, `']"`, `'"`, ` x `, '', 'NULL', '(', ')']) {
   for (const [style, q] of [['none', t.replace(/[^]/g, '\\$&')], ['dq', '"' + t.replace(/["'\\[\]{}]/g, '\\$&') + '"'], ['sq', "'" + t.replace(/["'\\[\]{}]/g, '\\$&') + "'"], ['dqall', '"' + t.replace(/[^]/g, '\\$&') + '"']] as const) {
    const item = q;
    for (const [type, v, path] of [['VARCHAR[]', `[${item}, ${item}]`, '[2]'], ['STRUCT(b VARCHAR)[]', `[{"b": ${item}}]`, '[1].b'], ['STRUCT(b VARCHAR[])', `{"b": [${item}, ${item}]}`, '.b[2]'], ['STRUCT(b STRUCT(c VARCHAR, d VARCHAR))', `{"b": {"c": ${item}, "d": ${item}}}`, '.b.d'], ['STRUCT(b STRUCT(c VARCHAR, d VARCHAR[]))', `{"b": {"c": ${item}, "d": [${item}, ${item}]}}`, '.b.d[2]'], ['MAP(VARCHAR, VARCHAR[])', `{${item}=[${item}, ${item}]}`, `[${literal(t).text}][2]`],
     ['STRUCT(b MAP(VARCHAR, VARCHAR))', `{"b": {"k"=${item}, ${item}=${item}}}`, `.b[${literal(t).text}]`]] as const) {
      let r: string;
      try { const got = await scalar(session, `SELECT (CAST(${literal(v).text} AS ${type}))${path}`); r = got === t ? 'ok' : 'WRONG ' + got; } catch (e) { r = '!! ' + String(e).slice(0, 100); }
      if (r !== 'ok') console.log(style, JSON.stringify(t), type, v, r);
    }
   }
  }
  await engine.close();
});
