import { languages } from 'monaco-editor/editor/editor.api.js';
import { typeWords, keywordWords } from './language-words.ts';

/** The language of all SQL models. */
export const languageId = 'duckdb-sql';

/** Comments, brackets and what typing an opening character adds. */
export const languageConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: "'", close: "'" },
    { open: '"', close: '"' },
  ],
  wordPattern: /"(?:[^"]|"")*"?|\$?[\p{L}_][\p{L}\p{N}_]*/u,
  onEnterRules: [
    {
      beforeText: /^\s*--.*\S/,
      afterText: /\S/,
      action: { indentAction: languages.IndentAction.None, appendText: '-- ' },
    },
  ],
};

/** How SQL is coloured. Comments nest, `$tag$` strings end with their own tag. */
export const tokenRules: languages.IMonarchLanguage = {
  ignoreCase: true,
  unicode: true,
  defaultToken: '',
  keywords: [...keywordWords],
  types: [...typeWords],
  brackets: [
    { open: '(', close: ')', token: 'delimiter.parenthesis' },
    { open: '[', close: ']', token: 'delimiter.square' },
    { open: '{', close: '}', token: 'delimiter.curly' },
  ],
  tokenizer: {
    root: [
      [/\s+/, 'white'],
      [/--.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/\$\$/, 'string', '@raw'],
      [/\$([\p{L}_][\p{L}\p{N}_]*)\$/u, { token: 'string', next: '@tagged.$1' }],
      [/\$[\p{L}_][\p{L}\p{N}_]*|\$\d+|\?/u, 'variable.parameter'],
      [/e'/, 'string', '@escaped'],
      [/[xb]?'/, 'string', '@text'],
      [/"/, 'identifier.quoted', '@name'],
      [/0x[\da-f_]+|\d[\d_]*(\.[\d_]*)?(e[+-]?\d+)?|\.\d[\d_]*(e[+-]?\d+)?/, 'number'],
      [
        /([\p{L}_][\p{L}\p{N}_]*)(?=\s*\()/u,
        { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'function' } },
      ],
      [/(\.)([\p{L}_][\p{L}\p{N}_]*)/u, ['delimiter', 'identifier']],
      [/[\p{L}_][\p{L}\p{N}_$]*/u, { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'identifier' } }],
      [/[()[\]{}]/, '@brackets'],
      [/::|:=|[-+*/<>=~!@#%^&|]+/, 'operator'],
      [/[;,.:]/, 'delimiter'],
    ],
    comment: [
      [/[^*/]+/, 'comment'],
      [/\/\*/, 'comment', '@push'],
      [/\*\//, 'comment', '@pop'],
      [/[*/]/, 'comment'],
    ],
    text: [
      [/[^']+/, 'string'],
      [/''/, 'string.escape'],
      [/'/, 'string', '@pop'],
    ],
    escaped: [
      [/[^'\\]+/, 'string'],
      [/\\.|''/, 'string.escape'],
      [/'/, 'string', '@pop'],
    ],
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
};
