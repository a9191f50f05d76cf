import { rank } from './item.ts';
import { statementWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';

const ifExists = keywords(['IF EXISTS'], rank.keyword);
const tables: Wish = { kind: 'relations', only: 'table' };

type Rule = readonly [before: RegExp, wishes: readonly Wish[]];

/** What may follow the words of a statement that is no query; the first rule that fits the words before decides. */
const rules: readonly Rule[] = [
  [/^$/, [keywords(statementWords)]],
  [/^EXPLAIN( ANALYZE)?$/, [keywords(['ANALYZE', ...statementWords])]],
  [
    /^CREATE$/,
    [
      keywords([
        'TABLE',
        'VIEW',
        'MACRO',
        'SCHEMA',
        'TYPE',
        'TEMP TABLE',
        'OR REPLACE TABLE',
        'OR REPLACE VIEW',
        'OR REPLACE MACRO',
        'SEQUENCE',
        'INDEX',
      ]),
    ],
  ],
  [/^CREATE OR REPLACE$/, [keywords(['TABLE', 'VIEW', 'MACRO', 'TEMP TABLE'])]],
  [/^CREATE OR$/, [keywords(['REPLACE'])]],
  [/^CREATE (OR REPLACE )?(TEMP|TEMPORARY)$/, [keywords(['TABLE', 'VIEW', 'MACRO'])]],
  [/^CREATE .*(TABLE|VIEW|SCHEMA|TYPE|SEQUENCE)$/, [keywords(['IF NOT EXISTS'])]],
  [/^CREATE .*(TABLE|VIEW) (IF NOT EXISTS )?\S+$/, [keywords(['AS'])]],
  [/^CREATE (OR REPLACE )?TYPE (IF NOT EXISTS )?\S+$/, [keywords(['AS ENUM ($0)', 'AS STRUCT($0)', 'AS'])]],
  [/^CREATE .*TYPE \S+ AS$/, [{ kind: 'types' }]],
  [/^CREATE (UNIQUE )?INDEX \S+ ON$/, [tables]],
  [/^DROP$/, [keywords(['TABLE', 'VIEW', 'SCHEMA', 'MACRO', 'TYPE', 'INDEX', 'SEQUENCE'])]],
  [/^DROP TABLE( IF EXISTS)?$/, [tables, ifExists]],
  [/^DROP VIEW( IF EXISTS)?$/, [{ kind: 'relations', only: 'view' }, ifExists]],
  [/^DROP SCHEMA( IF EXISTS)?$/, [{ kind: 'schemas' }, ifExists]],
  [/^DROP (MACRO|FUNCTION)( TABLE)?( IF EXISTS)?$/, [{ kind: 'functions', kinds: ['macro', 'table-macro'] }, ifExists]],
  [/^TRUNCATE( TABLE)?$/, [tables]],
  [/^(DESCRIBE|DESC|SUMMARIZE|SHOW)$/, [{ kind: 'relations' }, keywords(['TABLES', 'ALL TABLES', 'DATABASES'])]],
  [/^USE$/, [{ kind: 'schemas' }]],
  [/^CALL$/, [{ kind: 'functions', kinds: ['table-function', 'table-macro'] }]],
  [/^PRAGMA$/, [{ kind: 'functions', kinds: ['pragma'] }]],
  [/^SET$/, [keywords(['VARIABLE', 'SCHEMA'])]],
  [/^SET SCHEMA =?$/, [{ kind: 'schemas' }]],
  [/^RESET$/, [keywords(['VARIABLE'])]],
  [/^COMMENT$/, [keywords(['ON TABLE', 'ON COLUMN', 'ON VIEW'])]],
  [/^COMMENT ON$/, [keywords(['TABLE', 'COLUMN', 'VIEW'])]],
  [/^COMMENT ON (TABLE|COLUMN|VIEW)$/, [{ kind: 'relations' }]],
  [/^COMMENT ON \S+ \S+$/, [keywords(['IS'])]],
  [/^ALTER$/, [keywords(['TABLE', 'VIEW'])]],
  [/^ALTER VIEW( IF EXISTS)?$/, [{ kind: 'relations', only: 'view' }, ifExists]],
  [/^COPY$/, [{ kind: 'relations' }, keywords(['($0) TO'])]],
  [/^COPY \S+$/, [keywords(['TO', 'FROM'])]],
  [/^(INSERT|INSERT OR (REPLACE|IGNORE))$/, [keywords(['INTO', 'OR REPLACE INTO', 'OR IGNORE INTO'])]],
  [/^INSERT OR$/, [keywords(['REPLACE INTO', 'IGNORE INTO'])]],
  [/^DELETE$/, [keywords(['FROM'])]],
  [/^MERGE$/, [keywords(['INTO'])]],
  [/^(BEGIN|COMMIT|ROLLBACK|START)$/, [keywords(['TRANSACTION'])]],
];

/** What may come after the words of a statement, joined by single spaces and upper-cased; `undefined` when no rule knows. */
export function wishesAfter(words: string): readonly Wish[] | undefined {
  return rules.find(([before]) => before.test(words))?.[1];
}
