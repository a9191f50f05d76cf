import { describe, expect, test } from 'vitest';
import { formatEdits, formatScript, formatStatement } from '../../../../src/dialect/format/format.ts';
import { readLexemes } from '../../../../src/dialect/lexeme.ts';

describe('formatStatement', () => {
  test.each([
    ['select a,b from t where x=1 and y in (1,2)', 'SELECT\n  a,\n  b\nFROM t\nWHERE\n  x = 1\n  AND y IN (1, 2)'],
    ['from t select a, total: c+1', 'FROM t\nSELECT\n  a,\n  total: c + 1'],
    ['select * exclude (a) from t', 'SELECT * EXCLUDE (a)\nFROM t'],
    ['select name, date, "Type" as value from t', 'SELECT\n  name,\n  date,\n  "Type" AS value\nFROM t'],
    [
      'select 1 as end, left(a,2) from t left join u using(id)',
      'SELECT\n  1 AS end,\n  left(a, 2)\nFROM t\n  LEFT JOIN u USING (id)',
    ],
    [
      'select count(*) filter (where a>1) over (partition by b order by c)',
      'SELECT count(*) FILTER (WHERE a > 1) OVER (PARTITION BY b ORDER BY c)',
    ],
    ['select a from t union all by name select b from u', 'SELECT a\nFROM t\nUNION ALL BY NAME\nSELECT b\nFROM u'],
    [
      'insert into t by name select 1 as a on conflict (id) do update set a=excluded.a',
      'INSERT INTO t BY NAME\nSELECT 1 AS a\nON CONFLICT (id) DO UPDATE SET a = excluded.a',
    ],
    [
      'merge into t using s on t.id=s.id when matched then update set a=1',
      'MERGE INTO t USING s ON t.id = s.id\nWHEN MATCHED THEN UPDATE SET a = 1',
    ],
    ['select $a, ?, $1', 'SELECT\n  $a,\n  ?,\n  $1'],
    ['create or replace view v as select 1', 'CREATE OR REPLACE VIEW v AS\nSELECT 1'],
  ])('%s', (statement, expected) => {
    expect(formatStatement(statement)).toBe(expected);
  });

  test.each([
    "select 'never closed",
    'select a @> b, c ^@ d',
    'SELEC ((',
    '',
    "select $$a  b$$ || 'c;  d' /* keep   me */ -- and me",
  ])('keeps every token of: %s', (statement) => {
    expect(readLexemes(formatStatement(statement)).map((lexeme) => lexeme.upper)).toEqual(
      readLexemes(statement).map((lexeme) => lexeme.upper),
    );
  });

  test('what it cannot read stays as it is', () => {
    expect(formatStatement('select   a @> b')).toBe('select   a @> b');
  });
});

describe('formatScript', () => {
  test('formats statement by statement and leaves comments between them alone', () => {
    const script = ' select 1;select 2 ;\n-- a note\nselect   a @> b;\n\n\n\nselect 4\n';
    expect(formatScript(script)).toBe('SELECT 1;\n\nSELECT 2 ;\n-- a note\nselect   a @> b;\n\nSELECT 4\n');
  });

  test('changes nothing where nothing is to be changed', () => {
    expect(formatEdits('SELECT 1;\n\nSELECT 2;\n')).toEqual([]);
  });

  test('lines that stood together stay together', () => {
    expect(formatScript('SET VARIABLE a = 1;\nSET VARIABLE b = 2;\n')).toBe(
      'SET VARIABLE a = 1;\nSET VARIABLE b = 2;\n',
    );
  });
});

/** A small seeded generator (mulberry32), so that failures repeat. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces = `
select
from
where
group by
order by
all
a
t.b
"Odd Name"
'it''s; x'
$$x ; y$$
-- note
/* block */
(
)
[
]
{
}
,
.
::
int
1
2.5e3
=
<>
->
x -> x + 1
lambda x: x
case when a then 1 end
in (1, 2)
exclude (a)
replace
over (partition by a)
left join u using (id)
asof join v on a >= b
with q as (select 1)
union all by name
pivot
unpivot
qualify
$p
?
filter (where a)
e'\\''
is not distinct from
interval 3 day
;
insert into t values
update t set a =
map {'k': 1}
total: sum(a)
end
as value
limit 5
not
between 1 and 2
create table x as
-5
//
**
||
`
  .trim()
  .split('\n')
  .map((piece) => (piece === '-- note' ? `${piece}\n` : piece));

test('over random texts: tokens and comments stay, and formatting twice changes nothing', () => {
  const random = randomSource(7);
  const meaning = (text: string) => readLexemes(text).map((lexeme) => lexeme.upper);
  const comments = (text: string) => text.match(/-- note|\/\* block \*\//g) ?? [];
  let formattedCount = 0;
  for (let round = 0; round < 400; round++) {
    const script = Array.from(
      { length: 1 + Math.floor(random() * 14) },
      () => pieces[Math.floor(random() * pieces.length)] ?? '',
    ).join(random() < 0.5 ? ' ' : '\n  ');
    const once = formatScript(script);
    expect(meaning(once)).toEqual(meaning(script));
    expect(comments(once)).toEqual(comments(script));
    expect(formatScript(once)).toBe(once);
    if (once !== script) formattedCount++;
  }
  expect(formattedCount).toBeGreaterThan(100);
});
