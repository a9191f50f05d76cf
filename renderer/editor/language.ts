import { keywordWords, typeWords } from './language-words.ts';
import { escapedText, sqlConfiguration, sqlTokenRules } from './sql-rules.ts';

/** The language of DuckDB's models. */
export const languageId = 'duckdb-sql';

export const languageConfiguration = sqlConfiguration(["'", '"'], /"(?:[^"]|"")*"?|\$?[\p{L}_][\p{L}\p{N}_]*/u);

/** How DuckDB's SQL is coloured. `$tag$` strings end with their own tag. */
export const tokenRules = sqlTokenRules({
  keywords: keywordWords,
  types: typeWords,
  literals: [
    [/\$\$/, 'string', '@raw'],
    [/\$([\p{L}_][\p{L}\p{N}_]*)\$/u, { token: 'string', next: '@tagged.$1' }],
    [/\$[\p{L}_][\p{L}\p{N}_]*|\$\d+|\?/u, 'variable.parameter'],
    [/e'/, 'string', '@escaped'],
    [/[xb]?'/, 'string', '@text'],
    [/"/, 'identifier.quoted', '@name'],
    [/0x[\da-f_]+|\d[\d_]*(\.[\d_]*)?(e[+-]?\d+)?|\.\d[\d_]*(e[+-]?\d+)?/, 'number'],
  ],
  operators: /::|:=|[-+*/<>=~!@#%^&|]+/,
  states: {
    text: [
      [/[^']+/, 'string'],
      [/''/, 'string.escape'],
      [/'/, 'string', '@pop'],
    ],
    escaped: escapedText("'"),
    name: [
      [/[^"]+/, 'identifier.quoted'],
      [/""/, 'identifier.quoted'],
      [/"/, 'identifier.quoted', '@pop'],
    ],
    raw: [
      [/[^$]+/, 'string'],
      [/\$\$/, 'string', '@pop'],
      [/\$/, 'string'],
    ],
    tagged: [
      [/[^$]+/, 'string'],
      [
        /\$([\p{L}_][\p{L}\p{N}_]*)\$/u,
        { cases: { '$1==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } },
      ],
      [/\$/, 'string'],
    ],
  },
});
