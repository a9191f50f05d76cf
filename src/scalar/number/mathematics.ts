import { scalarFunction } from '../contract.ts';

/** Functions of doubles that the engine lacks or has less exact. */
export const mathematicsFunctions = [
  scalarFunction({ name: 'sh_hypot', takes: ['double', 'double'], gives: 'double', row: (a, b) => Math.hypot(a, b) }),
  scalarFunction({ name: 'sh_expm1', takes: ['double'], gives: 'double', row: (value) => Math.expm1(value) }),
  scalarFunction({ name: 'sh_log1p', takes: ['double'], gives: 'double', row: (value) => Math.log1p(value) }),
];
