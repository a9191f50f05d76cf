const addresses = 2 ** 26;
const mostZeros = 63;

/**
 * How many different values probably stand behind so many different coupons. The chance of an address and a number v above it
 * is 2⁻²⁶ · 2⁻ᵛ, which gives the expected number of coupons of n values; Newton's method turns it round.
 */
export function valuesBehind(coupons: number): number {
  let values = coupons;
  for (let step = 0; step < 50; step++) {
    const [expected, slope] = expectedCoupons(values);
    const next = values + (coupons - expected) / slope;
    if (Math.abs(next - values) <= 1e-9 * values) return next;
    values = next;
  }
  return values;
}

function expectedCoupons(values: number): readonly [count: number, slope: number] {
  let [count, slope] = [0, 0];
  for (let zeros = 1; zeros <= mostZeros; zeros++) {
    const chance = 2 ** -Math.min(zeros, mostZeros - 1) / addresses;
    count -= addresses * Math.expm1(-values * chance);
    slope += addresses * chance * Math.exp(-values * chance);
  }
  return [count, slope];
}
