import type { Query, WindowSpecification } from './query.ts';
import type { Span } from './span.ts';
import type { WrittenType } from './type.ts';

/** One part of a name; `quoted` when it stood in back-ticks. */
export interface NamePart {
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

/** `1`, `2L`, `1.5D`, `3.2BD`: the digits and what stood behind them, upper-cased. */
export interface NumberLiteral extends Node<'number'> {
  readonly digits: string;
  readonly suffix: '' | 'L' | 'S' | 'Y' | 'F' | 'D' | 'BD';
}
export interface StringLiteral extends Node<'string'> {
  /** Escapes are resolved. */
  readonly value: string;
}
/** `X'1F'`. */
export interface BinaryLiteral extends Node<'binary-literal'> {
  readonly hex: string;
}
export type NullLiteral = Node<'null'>;
export interface BooleanLiteral extends Node<'boolean'> {
  readonly value: boolean;
}
/** `DATE '2024-01-31'`, `TIMESTAMP '2024-01-31 10:00:00'`. */
export interface TimeLiteral extends Node<'time-literal'> {
  readonly type: 'date' | 'timestamp';
  readonly value: string;
}
/** `INTERVAL '7' DAY`, `INTERVAL 2 hours 5 minutes`, `INTERVAL '1-2' YEAR TO MONTH`. */
export interface IntervalLiteral extends Node<'interval'> {
  readonly parts: readonly IntervalPart[];
}
export interface IntervalPart {
  readonly value: Expression;
  /** Lower-cased and singular: `day`, `hour`, `month`. */
  readonly unit: string;
  /** Set for `'1-2' YEAR TO MONTH`. */
  readonly to?: string;
}

/** `a`, `a.b.c`: a column, a column of a relation, or a path into nested values; which one the scope decides. */
export interface NameExpression extends Node<'name'> {
  readonly parts: readonly NamePart[];
}
/** `.field` behind anything but a plain name: `f(x).a`, `m['k'].a`. */
export interface FieldExpression extends Node<'field'> {
  readonly value: Expression;
  readonly name: NamePart;
}
/** `value[index]`. */
export interface SubscriptExpression extends Node<'subscript'> {
  readonly value: Expression;
  readonly index: Expression;
}
/** `*`, `t.*`, `* EXCEPT (a, b)`. */
export interface StarExpression extends Node<'star'> {
  readonly qualifier: readonly NamePart[];
  readonly except: readonly NamePart[];
}
/** `@name`, a variable of an anonymous block. */
export interface VariableExpression extends Node<'variable'> {
  readonly name: string;
}
/** `$name`, `${name}`, `$1` and `?` (as its number from 1). */
export interface ParameterExpression extends Node<'parameter'> {
  readonly name: string;
}

/**
 * `f(a, b)`. What has a syntax of its own comes as the plain call that means the same: `extract(day FROM t)` is
 * `date_part('day', t)`, `trim(BOTH 'x' FROM s)` is `btrim(s, 'x')`, with LEADING `ltrim('x', s)`, with TRAILING
 * `rtrim('x', s)` (Spark's own orders), `position(a IN b)` is `locate(a, b)`, `substring(s FROM 2 FOR 3)` is
 * `substring(s, 2, 3)`, `overlay(s PLACING r FROM 2)` is `overlay(s, r, 2)`, `CURRENT_DATE` is a call without brackets,
 * and the unit of `timestampdiff(HOUR, a, b)` and its kin is a text.
 */
export interface CallExpression extends Node<'call'> {
  /** Lower-cased. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly distinct: boolean;
  readonly arguments: readonly Expression[];
  /** `ORDER BY` inside the brackets or in `WITHIN GROUP`. */
  readonly orderBy: readonly SortItem[];
  readonly filter?: Expression;
  /** `IGNORE NULLS` or `RESPECT NULLS`, inside the brackets or behind them. */
  readonly nulls?: 'ignore' | 'respect';
  /** A window, or the name of one. */
  readonly over?: WindowSpecification;
}
/** `(x, y) -> x + y`. */
export interface LambdaExpression extends Node<'lambda'> {
  readonly parameters: readonly NamePart[];
  readonly body: Expression;
}
/** `struct(a AS x)`: an argument with a name of its own, as only constructors take it. */
export interface AliasedArgument extends Node<'aliased'> {
  readonly value: Expression;
  readonly alias: NamePart;
}
/** `ARRAY<STRUCT<a STRING>>[('x'), …]`. */
export interface TypedArray extends Node<'typed-array'> {
  /** Of one item. */
  readonly type: WrittenType;
  readonly items: readonly Expression[];
}
/** `CAST(x AS t)`, `TRY_CAST(x AS t)`, `x::t`. */
export interface CastExpression extends Node<'cast'> {
  readonly value: Expression;
  readonly type: WrittenType;
  readonly attempt: boolean;
}
export interface UnaryExpression extends Node<'unary'> {
  readonly operator: '-' | '+' | '~' | 'NOT';
  readonly value: Expression;
}
export type BinaryOperator =
  | 'OR'
  | 'AND'
  | '='
  | '<=>'
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '|'
  | '^'
  | '&'
  | '<<'
  | '>>'
  | '>>>'
  | '+'
  | '-'
  | '||'
  | '*'
  | '/'
  | '%'
  | 'DIV';
/** `==` is read as `=`, `!=` as `<>`. */
export interface BinaryExpression extends Node<'binary'> {
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}
export interface BetweenExpression extends Node<'between'> {
  readonly negated: boolean;
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
}
export interface InListExpression extends Node<'in-list'> {
  readonly negated: boolean;
  readonly value: Expression;
  readonly items: readonly Expression[];
}
export interface InQueryExpression extends Node<'in-query'> {
  readonly negated: boolean;
  readonly value: Expression;
  readonly query: Query;
}
/** `LIKE`, `ILIKE` and `RLIKE` (also `REGEXP`), with `ANY (…)`, `SOME (…)` or `ALL (…)` several patterns. */
export interface LikeExpression extends Node<'like'> {
  readonly negated: boolean;
  readonly operator: 'LIKE' | 'ILIKE' | 'RLIKE';
  readonly value: Expression;
  readonly quantifier?: 'any' | 'all';
  readonly patterns: readonly Expression[];
  readonly escape?: string;
}
export interface IsExpression extends Node<'is'> {
  readonly negated: boolean;
  readonly value: Expression;
  readonly test: 'null' | 'true' | 'false' | 'unknown';
}
/** `a IS [NOT] DISTINCT FROM b`. */
export interface DistinctFromExpression extends Node<'distinct-from'> {
  readonly negated: boolean;
  readonly left: Expression;
  readonly right: Expression;
}
export interface ExistsExpression extends Node<'exists'> {
  readonly query: Query;
}
export interface SubqueryExpression extends Node<'subquery'> {
  readonly query: Query;
}
export interface CaseExpression extends Node<'case'> {
  readonly operand?: Expression;
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
  readonly otherwise?: Expression;
}
/** `(a)`, kept so that translated SQL reads as the user wrote it. */
export interface ParenthesesExpression extends Node<'parentheses'> {
  readonly value: Expression;
}
/** `(a, b)`. */
export interface RowExpression extends Node<'row'> {
  readonly items: readonly Expression[];
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | BinaryLiteral
  | NullLiteral
  | BooleanLiteral
  | TimeLiteral
  | IntervalLiteral
  | NameExpression
  | FieldExpression
  | SubscriptExpression
  | StarExpression
  | VariableExpression
  | ParameterExpression
  | CallExpression
  | LambdaExpression
  | AliasedArgument
  | TypedArray
  | CastExpression
  | UnaryExpression
  | BinaryExpression
  | BetweenExpression
  | InListExpression
  | InQueryExpression
  | LikeExpression
  | IsExpression
  | DistinctFromExpression
  | ExistsExpression
  | SubqueryExpression
  | CaseExpression
  | ParenthesesExpression
  | RowExpression;

/** One expression of an ORDER BY. */
export interface SortItem {
  readonly span: Span;
  readonly value: Expression;
  readonly descending: boolean;
  readonly nulls?: 'first' | 'last';
}
