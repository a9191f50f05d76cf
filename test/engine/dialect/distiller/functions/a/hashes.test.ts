import { describe } from 'vitest';
import { expressionCases } from './expression-cases.ts';

/** Expected: Spark SQL reference, the examples of each function. */
describe('hashes', () => {
  expressionCases([
    ["md5('Spark')", '8cde774d6f7333752ed72cacddb05126'],
    ["sha('Spark')", '85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c'],
    ["sha1('Spark')", '85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c'],
    ["sha2('Spark', 256)", '529bc3b07127ecb7e53a4dcf1991d9152c24537d919178022b2c42657f79a26b'],
  ]);
});
