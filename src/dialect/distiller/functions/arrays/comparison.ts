import type { Expression, LambdaExpression } from '../../syntax/expression.ts';
import { isName } from '../lambdas/names-used.ts';

/** A comparison of `array_sort` that orders items by one key. */
export interface KeyOrder {
  /** Which parameter of the lambda the key is made of, from 0; the other one's is the same. */
  readonly parameter: 0 | 1;
  /** The key, made of that parameter. */
  readonly key: Expression;
  readonly isDescending: boolean;
  /** Where NULL keys come, when the comparison says so. */
  readonly nulls: 'first' | 'last' | undefined;
  /** Whether the comparison is a difference of the keys, which have to be numbers for that. */
  readonly isDifference: boolean;
}

/** What is known of the keys of both items. */
type Situation = 'less' | 'equal' | 'greater' | 'first NULL' | 'second NULL' | 'both NULL';
const situations = ['less', 'equal', 'greater', 'first NULL', 'second NULL', 'both NULL'] as const;

/** A truth value; `undefined` where it cannot be told beforehand. */
type Truth = boolean | null | undefined;

/**
 * Reads a comparison as the order of a key: `a - b`, or a CASE of whole numbers over comparisons of `a` and `b` and tests for
 * NULL, with any expression of one item for each of them. Gives nothing for all others, such as orders by two keys.
 */
export function keyOrderOf(lambda: LambdaExpression): KeyOrder | undefined {
  const names = lambda.parameters.map(({ text }) => text.toLowerCase());
  const [first, second] = names;
  if (first === undefined || second === undefined || first === second) return undefined;
  const body = bare(lambda.body);
  const sides = body.kind === 'binary' && body.operator === '-' ? body : firstComparison(body);
  if (sides === undefined) return undefined;
  const shapes = [shapeOf(sides.left, names), shapeOf(sides.right, names)];
  const parameter = shapes[0]?.item === 0 ? 0 : 1;
  if (shapes[0]?.text !== shapes[1]?.text || shapes[0]?.item !== parameter || shapes[1]?.item !== 1 - parameter)
    return undefined;
  const order = { parameter, key: sides.left } as const;
  if (body.kind === 'binary') return { ...order, isDescending: parameter === 1, nulls: undefined, isDifference: true };
  const key = shapes[0].text;
  const side = (expression: Expression): 0 | 1 | undefined => {
    const { text, item } = shapeOf(expression, names);
    return text === key ? item : undefined;
  };
  const signs = new Map(situations.map((situation) => [situation, signOf(body, situation, side)] as const));
  return orderOfSigns(signs, order);
}

function orderOfSigns(
  signs: ReadonlyMap<Situation, number | undefined>,
  order: Pick<KeyOrder, 'parameter' | 'key'>,
): KeyOrder | undefined {
  const [less, equal, greater] = [signs.get('less'), signs.get('equal'), signs.get('greater')];
  if (less === undefined || equal === undefined || equal < 0 || less * (greater ?? 0) !== -1) return undefined;
  const [one, other, both] = [signs.get('first NULL'), signs.get('second NULL'), signs.get('both NULL')];
  const isSilent = one === 0 && other === 0;
  const isSaid = one !== undefined && other !== undefined && one * other === -1 && (both ?? -1) >= 0;
  if (!isSilent && !isSaid) return undefined;
  const nulls = isSilent ? undefined : one === -1 ? 'first' : 'last';
  return { ...order, isDescending: less > 0, nulls, isDifference: false };
}

function bare(expression: Expression): Expression {
  return expression.kind === 'parentheses' ? bare(expression.value) : expression;
}

/** The comparison that the first branch of a CASE to have one asks for. */
function firstComparison(body: Expression): { readonly left: Expression; readonly right: Expression } | undefined {
  if (body.kind !== 'case' || body.operand !== undefined) return undefined;
  for (const { when } of body.branches) {
    const condition = bare(when);
    if (condition.kind === 'binary' && orders.has(condition.operator)) return condition;
  }
  return undefined;
}

const orders: ReadonlyMap<string, (sign: number) => boolean> = new Map([
  ['<', (sign) => sign < 0],
  ['<=', (sign) => sign <= 0],
  ['>', (sign) => sign > 0],
  ['>=', (sign) => sign >= 0],
  ['=', (sign) => sign === 0],
  ['<>', (sign) => sign !== 0],
]);

/** An expression with its one parameter left open, and which parameter that is; none where it has both or neither. */
function shapeOf(expression: Expression, names: readonly string[]): { readonly text: string; readonly item?: 0 | 1 } {
  const found = new Set<number>();
  const text = JSON.stringify(bare(expression), (key, value: unknown) => {
    if (key === 'span' || key === 'nameSpan' || key === 'operatorSpan') return undefined;
    if (!isName(value)) return value;
    const parts = value.parts.map((part) => part.text.toLowerCase());
    const item = names.indexOf(parts[0] ?? '');
    if (item < 0) return parts;
    found.add(item);
    return ['', ...parts.slice(1)];
  });
  if (found.size !== 1) return { text };
  return { text, item: found.has(0) ? 0 : 1 };
}

type Side = (expression: Expression) => 0 | 1 | undefined;

/** The sign that a CASE gives in a situation; NULL counts as 0. */
function signOf(body: Expression, situation: Situation, side: Side): number | undefined {
  if (body.kind !== 'case') return undefined;
  for (const { when, then } of body.branches) {
    const truth = truthOf(when, situation, side);
    if (truth === undefined) return undefined;
    if (truth === true) return wholeSign(then);
  }
  return body.otherwise === undefined ? 0 : wholeSign(body.otherwise);
}

function wholeSign(expression: Expression): number | undefined {
  const value = bare(expression);
  if (value.kind === 'null') return 0;
  if (value.kind === 'unary' && value.operator === '-') return flipped(wholeSign(value.value));
  return value.kind === 'number' && /^\d+$/.test(value.digits) ? Math.sign(Number(value.digits)) : undefined;
}

const flipped = (sign: number | undefined): number | undefined => (sign === undefined ? undefined : 0 - sign);

function truthOf(written: Expression, situation: Situation, side: Side): Truth {
  const condition = bare(written);
  if (condition.kind === 'is' && condition.test === 'null') {
    const item = side(condition.value);
    if (item === undefined) return undefined;
    return isNull(item, situation) !== condition.negated;
  }
  if (condition.kind === 'unary' && condition.operator === 'NOT') {
    const truth = truthOf(condition.value, situation, side);
    return typeof truth === 'boolean' ? !truth : truth;
  }
  if (condition.kind !== 'binary') return undefined;
  if (condition.operator === 'AND' || condition.operator === 'OR') {
    const truths = [condition.left, condition.right].map((part) => truthOf(part, situation, side));
    const decisive = condition.operator === 'OR';
    if (truths.includes(undefined)) return undefined;
    return truths.includes(decisive) ? decisive : truths.includes(null) ? null : !decisive;
  }
  const compare = orders.get(condition.operator);
  const [left, right] = [side(condition.left), side(condition.right)];
  if (compare === undefined || left === undefined || right === undefined || left === right) return undefined;
  if (situation.endsWith('NULL')) return null;
  const sign = situation === 'less' ? -1 : situation === 'equal' ? 0 : 1;
  return compare(left === 0 ? sign : 0 - sign);
}

const isNull = (item: 0 | 1, situation: Situation): boolean =>
  situation === 'both NULL' || situation === (item === 0 ? 'first NULL' : 'second NULL');
