import type { SecureRandom } from '../privacy/ports.ts';
import { aesFunctions } from './aes/index.ts';
import type { ScalarFunction } from './contract.ts';
import { csvFunctions } from './csv/index.ts';
import { crc32Function } from './hash/crc32.ts';
import { hmacFunction } from './hash/hmac.ts';
import { rowHashFunctions } from './hash/row-hash.ts';
import { sha2Function } from './hash/sha2.ts';
import type { LongDigest } from './hash/sha512.ts';
import { itemLimit } from './item-limit.ts';
import { sketchFunctions } from './hll/index.ts';
import { jsonFunctions } from './json/index.ts';
import { decimalOperationFunction } from './number/decimal-operation.ts';
import { doubleTextFunction } from './number/double-text.ts';
import { evenRoundFunction, roundFunction } from './number/round.ts';
import { convFunction } from './number/conv.ts';
import { formatNumberFunction } from './number/format-number.ts';
import { mathematicsFunctions } from './number/mathematics.ts';
import { decodeFunction, encodeFunction } from './text/charset.ts';
import { formatStringFunction } from './text/format-string.ts';
import { textFunctions } from './text/index.ts';
import { javaRegexFunctions } from './text/java-regex.ts';
import { numberFormatFunctions } from './number/number-format.ts';
import { randomFunctions } from './random/index.ts';
import { xmlFunctions } from './xml/index.ts';
import { timeFunctions } from './time/index.ts';

/** What the functions need of the platform. */
export interface ScalarPlatform {
  readonly random: SecureRandom;
  /** Loaded beforehand: WASM can be made ready only with waiting. */
  readonly longDigest: LongDigest;
}

/** Every function of ours that SQL can call. */
export function scalarFunctions({ random, longDigest }: ScalarPlatform): readonly ScalarFunction[] {
  return [
    itemLimit(),
    crc32Function,
    sha2Function(longDigest),
    hmacFunction,
    ...rowHashFunctions,
    ...aesFunctions(random),
    ...jsonFunctions,
    ...csvFunctions,
    ...xmlFunctions,
    ...numberFormatFunctions,
    ...sketchFunctions,
    ...timeFunctions,
    ...textFunctions,
    ...javaRegexFunctions,
    ...mathematicsFunctions,
    ...randomFunctions(),
    formatStringFunction,
    formatNumberFunction,
    convFunction,
    decimalOperationFunction,
    doubleTextFunction,
    roundFunction,
    evenRoundFunction,
    decodeFunction,
    encodeFunction,
  ];
}
