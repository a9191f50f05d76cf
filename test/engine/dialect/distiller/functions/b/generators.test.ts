import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

describe('generators as the Spark documentation has them', () => {
  cases([
    ['SELECT explode(array(10, 20))', '10', '20'],
    ['SELECT explode_outer(array(10, 20))', '10', '20'],
    ["SELECT inline(array(struct(1, 'a'), struct(2, 'b')))", '1 "a"', '2 "b"'],
    ["SELECT inline_outer(array(struct(1, 'a'), struct(2, 'b')))", '1 "a"', '2 "b"'],
    ['SELECT posexplode(array(10, 20))', '0 10', '1 20'],
    ['SELECT posexplode_outer(array(10, 20))', '0 10', '1 20'],
    ['SELECT stack(2, 1, 2, 3)', '1 2', '3 null'],
  ]);
});

describe('generators, worked out by hand', () => {
  cases([
    ["SELECT explode(map('a', 1, 'b', 2))", '"a" 1', '"b" 2'],
    ["SELECT posexplode(map('a', 1))", '0 "a" 1'],
    ['SELECT explode(CAST(null AS ARRAY<INT>))'],
    ['SELECT explode_outer(CAST(null AS ARRAY<INT>))', 'null'],
    ['SELECT posexplode_outer(array())', 'null null'],
    ['SELECT explode_outer(map())', 'null null'],
    ["SELECT stack(2, 'a', 1, 'b', 2.5) AS (name, size)", '"a" 1.0', '"b" 2.5'],
    ["SELECT id, v FROM (SELECT 1 AS id, array('x', 'y') AS l) LATERAL VIEW explode(l) AS v", '1 "x"', '1 "y"'],
    ["SELECT col1, col2 FROM inline(array(struct(1, 'a')))", '1 "a"'],
    ['SELECT key, value FROM explode(map(1, 2))', '1 2'],
    ['SELECT pos + 1, col FROM posexplode(array(7))', '1 7'],
  ]);
});
