/** The first 64 bits behind the point of the square (2) or cube (3) roots of the first primes (FIPS 180-4, section 4.2.3). */
export function rootFractions(power: 2 | 3, count: number): readonly bigint[] {
  const fractions: bigint[] = [];
  for (let candidate = 2; fractions.length < count; candidate++) {
    if (!isPrime(candidate)) continue;
    const root = integerRoot(BigInt(candidate) << BigInt(64 * power), BigInt(power));
    fractions.push(root & 0xffffffffffffffffn);
  }
  return fractions;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

/** The whole part of a root, by Newton's method from above. */
function integerRoot(value: bigint, power: bigint): bigint {
  let root = 1n << 72n;
  for (;;) {
    const next = ((power - 1n) * root + value / root ** (power - 1n)) / power;
    if (next >= root) return root;
    root = next;
  }
}
