/** A decimal number: `digits` divided by 10 to the power `scale`. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly scale: number;
}

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The number that a text says, exactly; `undefined` for other texts. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = shape.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return undefined;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  if (Math.abs(scale) > 1000) return undefined;
  return scale >= 0
    ? { negative: sign === '-', digits, scale }
    : { negative: sign === '-', digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The nearest number with so many places; a tie goes up, or to the even neighbour. */
export function roundDecimal(number: Decimal, places: number, ties: 'up' | 'even'): Decimal {
  if (number.scale <= places) {
    return { ...number, digits: number.digits * 10n ** BigInt(places - number.scale), scale: places };
  }
  const unit = 10n ** BigInt(number.scale - places);
  const [kept, left] = [number.digits / unit, (number.digits % unit) * 2n];
  const up = left > unit || (left === unit && (ties === 'up' || kept % 2n === 1n));
  return { ...number, digits: up ? kept + 1n : kept, scale: places };
}

/** The digits before and behind the point. */
export function partsOf({ digits, scale }: Decimal): { readonly whole: string; readonly fraction: string } {
  const text = String(digits).padStart(scale + 1, '0');
  return { whole: text.slice(0, text.length - scale), fraction: text.slice(text.length - scale) };
}

/** Commas between groups of so many digits. */
export function grouped(whole: string, size: number): string {
  if (size === 0) return whole;
  let text = whole.slice(-size);
  for (let end = whole.length - size; end > 0; end -= size)
    text = `${whole.slice(Math.max(0, end - size), end)},${text}`;
  return text;
}
