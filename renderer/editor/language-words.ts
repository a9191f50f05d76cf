const words = (text: string): readonly string[] => text.trim().toLowerCase().split(/\s+/);

/** Words coloured as keywords: those the grammar reserves, and others that people read as SQL. */
export const keywordWords = words(`
  all alter analyze and anti any array as asc asof at attach begin between both by call case cast checkpoint collate column
  columns comment commit conflict constraint copy create cross cube current default delete desc describe detach distinct do drop
  else end escape except exclude execute exists explain false fetch filter first following for foreign from full function
  generated glob group grouping groups having if ignore ilike in index inner insert intersect interval into is isnull join key
  lambda last lateral leading left like limit macro matched materialized merge natural not nothing notnull null nulls
  offset on only or order ordinality outer over overlaps partition pivot positional pragma preceding prepare primary qualify
  range recursive references rename replace reset respect returning right rollback rollup row rows sample schema select semi
  sequence set sets show similar some summarize table tablesample temp temporary then ties to trailing transaction
  true truncate try_cast type unbounded union unique unpivot update use using vacuum values variable view when where window with
  within without zone
`);

/** Names of types. */
export const typeWords = words(`
  bigint binary bit blob bool boolean bytea char date datetime decimal double enum float float4 float8 guid hugeint int int1 int2
  int4 int8 integer json list long map numeric oid real short smallint string struct text time timestamp timestamp_ms timestamp_ns
  timestamp_s timestamptz timetz tinyint ubigint uhugeint uinteger usmallint utinyint uuid varbinary varchar
`);
