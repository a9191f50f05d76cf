import { describe, expect, test } from 'vitest';
import { splitDistiller } from '../../../../../src/dialect/distiller/parse/split.ts';

const texts = (script: string) => splitDistiller(script).map(({ start, end }) => script.slice(start, end));

describe('splitDistiller', () => {
  test.each([
    ['select 1; select 2', ['select 1', 'select 2']],
    [' ;; select \';\', ";", `;` ;', ['select \';\', ";", `;`']],
    ["select 'it\\'s; ok'; select 'it''s;'", ["select 'it\\'s; ok'", "select 'it''s;'"]],
    ['-- only; a comment\n/* ; /* nested; */ ; */\n# this; too', []],
    ['$$ BEGIN SELECT 1; SELECT 2; END $$; SELECT 3', ['$$ BEGIN SELECT 1; SELECT 2; END $$', 'SELECT 3']],
    ['$$BEGIN SELECT 1; $$END; SELECT 3', ['$$BEGIN SELECT 1; $$END', 'SELECT 3']],
    [
      '$$ BEGIN SELECT CASE WHEN a THEN 1 END; SELECT 2; END $$',
      ['$$ BEGIN SELECT CASE WHEN a THEN 1 END; SELECT 2; END $$'],
    ],
    [
      '$$ BEGIN BEGIN SELECT 1; END; $$ BEGIN SELECT 2; END $$; SELECT 3; END $$; SELECT 4',
      ['$$ BEGIN BEGIN SELECT 1; END; $$ BEGIN SELECT 2; END $$; SELECT 3; END $$', 'SELECT 4'],
    ],
    ['$$ BEGIN BEGIN; COMMIT; END $$; SELECT 1', ['$$ BEGIN BEGIN; COMMIT; END $$', 'SELECT 1']],
    [
      '$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 2; END $$; SELECT 3',
      ['$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 2; END $$', 'SELECT 3'],
    ],
    ['BEGIN; SELECT 1; COMMIT', ['BEGIN', 'SELECT 1', 'COMMIT']],
    ['--/\n$$ BEGIN SELECT 1; END $$;\n/\nSELECT 2', ['$$ BEGIN SELECT 1; END $$', 'SELECT 2']],
    ["select 'never closed; select 2", ["select 'never closed; select 2"]],
    ['$$ BEGIN SELECT 1; SELECT 2', ['$$ BEGIN SELECT 1; SELECT 2']],
    ['select ‘a’; select 2', ['select ‘a’', 'select 2']],
    ['', []],
  ])('%s', (script, expected) => {
    expect(texts(script)).toEqual(expected);
  });
});
