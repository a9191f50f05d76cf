/** An exact number: numerator over denominator, which is above 0. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A decimal to nine places, exactly. Throws a RangeError for what is not finite. */
export function fractionOf(value: number): Fraction {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.toFixed(9)) ?? [];
  if (!Number.isFinite(value)) throw new RangeError('A fraction is of a finite number.');
  const over = BigInt(`${whole}${rest.padEnd(9, '0')}`);
  return { over: sign === '-' ? -over : over, under: 1_000_000_000n };
}

/** The product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}
