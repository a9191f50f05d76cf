import { rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asDouble } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { double, typed } from '../../translate/typed.ts';
import type { FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asNumber } from './operands.ts';

/** A function of one number that gives DOUBLE. */
function ofDouble(
  name: string,
  summary: string,
  translate: (value: Sql) => Sql,
  aliases?: readonly string[],
): ScalarEntry {
  return scalar(`${name}(number)`, summary, (call) => typed(translate(asNumber(call.argument(0))), double), aliases);
}

const native = (name: string, summary: string): ScalarEntry =>
  ofDouble(name, summary, (value) => sql`${rawSql(name)}(${value})`);

/** Outside of where it is defined the function gives NaN, where the engine would stop. */
const within = (name: string, summary: string, defined: (value: Sql) => Sql): ScalarEntry =>
  ofDouble(name, summary, (value) =>
    once(
      value,
      (v) =>
        sql`CASE WHEN ${defined(v)} THEN ${rawSql(name)}(${v}) WHEN ${v} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END`,
    ),
  );

const fromMinusOneToOne = (value: Sql): Sql => sql`abs(${value}) <= 1`;

/** Angles, hyperbolic functions and roots. Angles are in radians. */
export const trigonometry: readonly FunctionEntry[] = [
  within('acos', 'The angle with this cosine, in radians; NaN outside of −1 to 1.', fromMinusOneToOne),
  native('acosh', 'The inverse hyperbolic cosine; NaN below 1.'),
  within('asin', 'The angle with this sine, in radians; NaN outside of −1 to 1.', fromMinusOneToOne),
  native('asinh', 'The inverse hyperbolic sine.'),
  native('atan', 'The angle with this tangent, in radians.'),
  scalar('atan2(y, x)', 'The angle in radians between the x axis and the point (x, y).', (call) =>
    typed(sql`atan2(${asNumber(call.argument(0))}, ${asNumber(call.argument(1))})`, double),
  ),
  within('atanh', 'The inverse hyperbolic tangent; NaN outside of −1 to 1.', fromMinusOneToOne),
  native('cbrt', 'The cube root.'),
  native('cos', 'The cosine of an angle in radians.'),
  native('cosh', 'The hyperbolic cosine.'),
  ofDouble('cot', 'The cotangent of an angle in radians.', (value) => sql`(1 / tan(${value}))`),
  ofDouble('csc', 'The cosecant of an angle in radians.', (value) => sql`(1 / sin(${value}))`),
  native('degrees', 'Radians as degrees.'),
  scalar('hypot(a, b)', 'The length of the hypotenuse: √(a² + b²).', (call) =>
    typed(sql`sh_hypot(${asDouble(call.argument(0))}, ${asDouble(call.argument(1))})`, double),
  ),
  scalar('pi()', 'The number π.', () => typed(sql`pi()`, double)),
  native('radians', 'Degrees as radians.'),
  ofDouble('sec', 'The secant of an angle in radians.', (value) => sql`(1 / cos(${value}))`),
  native('sin', 'The sine of an angle in radians.'),
  native('sinh', 'The hyperbolic sine.'),
  within('sqrt', 'The square root; NaN of a negative number.', (value) => sql`${value} >= 0`),
  native('tan', 'The tangent of an angle in radians.'),
  native('tanh', 'The hyperbolic tangent.'),
];
