import { languages } from 'monaco-editor/editor/editor.api.js';

const brackets: languages.CharacterPair[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];
const bracketPairs = brackets.map(([open, close]) => ({ open, close }));

/** Comments, brackets and what typing an opening character adds; `quotes` open and close themselves. */
export function sqlConfiguration(quotes: readonly string[], wordPattern: RegExp): languages.LanguageConfiguration {
  const quotePairs = quotes.map((quote) => ({ open: quote, close: quote }));
  return {
    comments: { lineComment: '--', blockComment: ['/*', '*/'] },
    brackets,
    autoClosingPairs: [...bracketPairs, ...quotePairs.map((pair) => ({ ...pair, notIn: ['string', 'comment'] }))],
    surroundingPairs: [...bracketPairs, ...quotePairs],
    wordPattern,
    onEnterRules: [
      {
        beforeText: /^\s*--.*\S/,
        afterText: /\S/,
        action: { indentAction: languages.IndentAction.None, appendText: '-- ' },
      },
    ],
  };
}

/** What a dialect has of its own. */
export interface SqlRules {
  readonly keywords: readonly string[];
  readonly types: readonly string[];
  /** Tried before blanks and comments. */
  readonly first?: languages.IMonarchLanguageRule[];
  /** Texts, quoted names, parameters and numbers. */
  readonly literals: languages.IMonarchLanguageRule[];
  readonly operators: RegExp;
  /** Where `literals` go on to. */
  readonly states: Readonly<Record<string, languages.IMonarchLanguageRule[]>>;
}

const plainWord = { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'identifier' } };

/** How a dialect of SQL is coloured. Comments nest. */
export function sqlTokenRules({ keywords, types, first = [], literals, operators, states }: SqlRules) {
  return {
    ignoreCase: true,
    unicode: true,
    defaultToken: '',
    keywords: [...keywords],
    types: [...types],
    brackets: [
      { open: '(', close: ')', token: 'delimiter.parenthesis' },
      { open: '[', close: ']', token: 'delimiter.square' },
      { open: '{', close: '}', token: 'delimiter.curly' },
    ],
    tokenizer: {
      root: [
        ...first,
        [/\s+/, 'white'],
        [/--.*$/, 'comment'],
        [/\/\*/, 'comment', '@comment'],
        ...literals,
        [
          /([\p{L}_][\p{L}\p{N}_]*)(?=\s*\()/u,
          { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'function' } },
        ],
        [/(\.)([\p{L}_][\p{L}\p{N}_]*)/u, ['delimiter', 'identifier']],
        [/[\p{L}_][\p{L}\p{N}_$]*/u, plainWord],
        [/[()[\]{}]/, '@brackets'],
        [operators, 'operator'],
        [/[;,.:]/, 'delimiter'],
      ],
      comment: [
        [/[^*/]+/, 'comment'],
        [/\/\*/, 'comment', '@push'],
        [/\*\//, 'comment', '@pop'],
        [/[*/]/, 'comment'],
      ],
      ...states,
    },
  } satisfies languages.IMonarchLanguage;
}

/** A text from its opening quote on, in which a back-slash or a doubled quote stands for something else. */
export function escapedText(quote: "'" | '"'): languages.IMonarchLanguageRule[] {
  return [
    [new RegExp(`[^${quote}\\\\]+`), 'string'],
    [new RegExp(`\\\\.|${quote}${quote}`), 'string.escape'],
    [new RegExp(quote), 'string', '@pop'],
  ];
}
