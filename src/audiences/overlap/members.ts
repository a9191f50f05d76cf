import { StillhouseError } from '../../core/error.ts';
import { joinSql, type Sql, sql } from '../../core/sql.ts';
import type { CatalogView } from '../../modules/catalog-view.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { columnName } from '../members-sql.ts';
import { datasetOf, pathOf } from '../rule/rule-context.ts';
import { membershipSql, segmentsOfType } from './memberships.ts';
import { type OverlapSource, sourceTitle } from './source.ts';

/** The people of one source, ready for SQL. The same person may stand there several times. */
export interface Members {
  readonly title: string;
  /** A name for the identity as a column. */
  readonly identity: string;
  readonly person: Sql;
  /** The engine's type of the identity. */
  readonly type: string;
  readonly from: Sql;
  /** Which rows are members; absent where all are. */
  readonly where?: Sql;
}

/** Finds a source in the catalog. Throws `input-invalid` for a dataset or column that is gone. */
export function membersOf(source: OverlapSource, catalog: CatalogView): Members {
  const context = { catalog, today: sql`today()` };
  const dataset = datasetOf(source.dataset, context);
  const identity = pathOf(dataset, source.identity);
  const shared = {
    title: sourceTitle(source),
    identity: columnName(identity.label),
    person: identity.sql,
    type: identity.type,
    from: joinSql(dataset.relation.map(nameSql), '.'),
  };
  if (source.kind === 'dataset') return shared;
  const memberships = pathOf(dataset, source.memberships);
  return { ...shared, where: membershipSql(memberships, checked(source, memberships.type)) };
}

function checked(source: Extract<OverlapSource, { kind: 'segment' }>, type: string): typeof source {
  const segments = segmentsOfType(type);
  const isThere = segments?.some(
    ({ namespace, segment }) => namespace === source.namespace && segment === source.segment,
  );
  if (isThere !== false) return source;
  throw new StillhouseError('input-invalid', `“${source.dataset}” has no segment “${source.segment}” any more.`, {
    remedy: 'Take it out of the comparison, or import the profiles that hold it.',
  });
}
