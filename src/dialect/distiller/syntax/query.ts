import type { CallExpression, Expression, NamePart, SortItem } from './expression.ts';
import type { Span } from './span.ts';

/** `[WITH …] body [ORDER BY …] [LIMIT …] [OFFSET …]`. */
export interface Query {
  readonly span: Span;
  readonly with: readonly CommonTable[];
  readonly recursive: boolean;
  readonly body: QueryBody;
  readonly orderBy: readonly SortItem[];
  /** `SORT BY`, `CLUSTER BY` and `DISTRIBUTE BY` place rows in a cluster: noticed, without effect on one machine. */
  readonly placement?: Span;
  /** Absent also for `LIMIT ALL`. */
  readonly limit?: Expression;
  readonly offset?: Expression;
}

export interface CommonTable {
  readonly name: NamePart;
  readonly columns: readonly NamePart[];
  readonly query: Query;
}

export type QueryBody = Select | SetOperation | Values | NestedQuery | TableQuery;

export interface SetOperation {
  readonly kind: 'set';
  readonly span: Span;
  /** MINUS is read as EXCEPT. */
  readonly operator: 'UNION' | 'INTERSECT' | 'EXCEPT';
  readonly all: boolean;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

/** `VALUES (1, 'a'), (2, 'b')`; a row of one value may stand without brackets. */
export interface Values {
  readonly kind: 'values';
  readonly span: Span;
  readonly rows: readonly (readonly Expression[])[];
}

/** A query in brackets as an operand of a set operation. */
export interface NestedQuery {
  readonly kind: 'nested';
  readonly span: Span;
  readonly query: Query;
}

/** `TABLE name`. */
export interface TableQuery {
  readonly kind: 'table';
  readonly span: Span;
  readonly name: readonly NamePart[];
}

export interface Select {
  readonly kind: 'select';
  readonly span: Span;
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  /** Set for `SELECT … INTO [TEMP] name FROM …`. */
  readonly into?: { readonly name: readonly NamePart[]; readonly temporary: boolean; readonly span: Span };
  /** Several when separated by commas; none without FROM. */
  readonly from: readonly FromItem[];
  readonly lateralViews: readonly LateralView[];
  readonly where?: Expression;
  readonly groupBy?: GroupBy;
  readonly having?: Expression;
  readonly qualify?: Expression;
  readonly windows: readonly { readonly name: NamePart; readonly window: WindowSpecification }[];
  /** A hint such as BROADCAST(t): noticed, without effect. */
  readonly hint?: Span;
}

export interface SelectItem {
  readonly span: Span;
  readonly value: Expression;
  readonly alias?: NamePart;
  /** `explode(map) AS (key, value)`. */
  readonly aliases?: readonly NamePart[];
}

/** `GROUP BY a, b`, `GROUP BY ALL`, ROLLUP, CUBE, GROUPING SETS and the older `GROUP BY a, b WITH ROLLUP`. */
export interface GroupBy {
  readonly span: Span;
  readonly all: boolean;
  readonly elements: readonly GroupElement[];
  readonly with?: 'rollup' | 'cube';
}

export type GroupElement =
  | { readonly kind: 'expression'; readonly value: Expression }
  /** An empty list is the grand total `()`. */
  | { readonly kind: 'set'; readonly items: readonly Expression[] }
  | { readonly kind: 'rollup' | 'cube' | 'grouping-sets'; readonly elements: readonly GroupElement[] };

/** `LATERAL VIEW [OUTER] explode(x) t AS a, b`. */
export interface LateralView {
  readonly span: Span;
  readonly outer: boolean;
  readonly call: CallExpression;
  readonly table?: NamePart;
  readonly columns: readonly NamePart[];
}

export type FromItem = TableItem | QueryItem | FunctionItem | ValuesItem | Join;

interface Aliased {
  readonly span: Span;
  readonly alias?: NamePart;
  readonly columns: readonly NamePart[];
}

export interface TableItem extends Aliased {
  readonly kind: 'table';
  readonly name: readonly NamePart[];
  readonly snapshot?: Snapshot;
  readonly sample?: TableSample;
  /** `t WITHAPPROXIMATE`: read the newest sample of the table. */
  readonly approximate?: boolean;
}
export interface QueryItem extends Aliased {
  readonly kind: 'query';
  readonly query: Query;
  readonly lateral: boolean;
}
/** `FROM explode(x) AS t(a)`, `FROM model_predict(m, 1, SELECT …)`: query arguments come as `subquery` expressions. */
export interface FunctionItem extends Aliased {
  readonly kind: 'function';
  readonly call: CallExpression;
  readonly lateral: boolean;
}
export interface ValuesItem extends Aliased {
  readonly kind: 'values';
  readonly values: Values;
}
export interface Join {
  readonly kind: 'join';
  readonly span: Span;
  readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross' | 'semi' | 'anti';
  readonly natural: boolean;
  readonly lateral: boolean;
  readonly left: FromItem;
  readonly right: FromItem;
  readonly on?: Expression;
  readonly using?: readonly NamePart[];
}

/** A bound is a snapshot id, HEAD (before the first), TAIL (the newest) or a variable. */
export type SnapshotBound =
  { readonly kind: 'id'; readonly value: Expression } | { readonly kind: 'head' | 'tail'; readonly span: Span };

export type Snapshot =
  | { readonly kind: 'since'; readonly span: Span; readonly start: SnapshotBound }
  | { readonly kind: 'as-of'; readonly span: Span; readonly end: SnapshotBound }
  | { readonly kind: 'between'; readonly span: Span; readonly start: SnapshotBound; readonly end: SnapshotBound };

/** `TABLESAMPLE (10 PERCENT)`, `TABLESAMPLE (100 ROWS) REPEATABLE (7)`. */
export interface TableSample {
  readonly span: Span;
  readonly unit: 'percent' | 'rows';
  readonly size: number;
  readonly seed?: number;
}

/** What stands behind OVER: a name alone, or a specification that may begin with one. */
export interface WindowSpecification {
  readonly span: Span;
  readonly name?: NamePart;
  /** `OVER w` rather than `OVER (w …)`. */
  readonly bare: boolean;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
  readonly frame?: WindowFrame;
}

export interface WindowFrame {
  readonly span: Span;
  readonly unit: 'ROWS' | 'RANGE';
  readonly start: FrameBound;
  readonly end?: FrameBound;
}

export type FrameBound =
  | { readonly kind: 'unbounded-preceding' | 'unbounded-following' | 'current-row' }
  | { readonly kind: 'preceding' | 'following'; readonly value: Expression };
