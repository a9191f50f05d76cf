import { describe } from 'vitest';
import { expressionCases } from './expression-cases.ts';

/** Expected: Spark SQL reference, the examples of each function; others by hand. */
describe('conversion', () => {
  expressionCases([
    ['bin(13)', '1101'],
    ['bin(-13)', '1111111111111111111111111111111111111111111111111111111111110011'],
    ['bin(13.3)', '1101'],
    ["unhex('537061726B2053514C')", 'Spark SQL'],
    ["unhex('xyz')", null],
    ['hex(17)', '11'],
    ["hex('Spark SQL')", '537061726B2053514C'],
    ['hex(-1)', 'FFFFFFFFFFFFFFFF'],
    ["int('12.7')", '12'],
    ['int(2.7)', '2'],
    ["bigint('a')", null],
    ['string(1)', '1'],
    ["boolean('yes')", 'true'],
    ["date('2024-01-31')", '2024-01-31'],
    ["timestamp('2024-01-31 10:00:00')", '2024-01-31 10:00:00'],
    ["decimal('12.5')", '13'],
    ["double('1.5')", '1.5'],
    ["binary('a')", 'a'],
    ['typeof(1)', 'int'],
    ['typeof(array(1))', 'array<int>'],
    ["to_number('454', '999')", '454'],
    ["to_number('454.00', '000.00')", '454.00'],
    ["to_number('12,454', '99,999')", '12454'],
    ["to_number('454', '99,999')", '454'],
    ["to_number('$78.12', '$99.99')", '78.12'],
    ["to_number('-12', 'S99')", '-12'],
    ["to_number('1245', '999')", null],
    ["try_to_number('x', '999')", null],
  ]);
});
