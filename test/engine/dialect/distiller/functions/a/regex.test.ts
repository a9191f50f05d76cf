import { describe } from 'vitest';
import { expressionCases } from './expression-cases.ts';

/** Expected: Spark SQL reference, the examples of each function; others by hand. */
describe('regex', () => {
  expressionCases([
    ["regexp_count('Steven Jones and Stephen Smith are the best players', 'Ste(v|ph)en')", '2'],
    ["regexp_count('abcdefghijklmnopqrstuvwxyz', '[a-z]{3}')", '8'],
    ["regexp_extract('100-200', '(\\\\d+)-(\\\\d+)', 1)", '100'],
    ["regexp_extract('100-200', '(\\\\d+)-(\\\\d+)')", '100'],
    ["regexp_extract('100-200', '(\\\\d+)-(\\\\d+)', 2)", '200'],
    ["regexp_extract('abc', '(\\\\d+)')", ''],
    ["regexp_extract_all('100-200, 300-400', '(\\\\d+)-(\\\\d+)', 1)", '["100","300"]'],
    ["regexp_instr('user@spark.apache.org', '@[^.]*')", '5'],
    ["regexp_instr('user', '@[^.]*')", '0'],
    ["regexp_like('%SystemDrive%\\\\Users\\\\John', '%SystemDrive%\\\\\\\\Users.*')", 'true'],
    ["regexp_replace('100-200', '(\\\\d+)', 'num')", 'num-num'],
    ["regexp_replace('100-200', '(\\\\d+)', '[$1]')", '[100]-[200]'],
    ["regexp_replace('100-200', '(\\\\d+)', '\\\\$1')", '$1-$1'],
    ["regexp_replace('100-200', '(\\\\d+)', 'num', 4)", '100-num'],
    ["regexp_substr('Steven Jones and Stephen Smith are the best players', 'Ste(v|ph)en')", 'Steven'],
    ["regexp_substr('Steven Jones', 'Jeck')", null],
    ["split('oneAtwoBthreeC', '[ABC]')", '["one","two","three",""]'],
    ["split('oneAtwoBthreeC', '[ABC]', -1)", '["one","two","three",""]'],
    ["split('oneAtwoBthreeC', '[ABC]', 2)", '["one","twoBthreeC"]'],
    ["split('a.b.c', '\\\\.')", '["a","b","c"]'],
    ["split('a,b,c', ',', 2)", '["a","b,c"]'],
    ["split('abc', '')", '["a","b","c"]'],
    ["split('a|b', '\\\\|')", '["a","b"]'],
    ["split('a b', ' ')[0]", 'a'],
    ["split('a,b,c', ',', 1 + 1)", '["a","b,c"]'],
    ["split('a,b,c', ',', 0 - 1)", '["a","b","c"]'],
    ["split('a,b,c', ',', 1)", '["a,b,c"]'],
    ["regexp_like('a\\nb', 'a.b')", 'false'],
    ["split('a\\nb,c,d', ',', 2)", '["a\\nb","c,d"]'],
  ]);
});
