import type { languages } from 'monaco-editor/editor/editor.api.js';
import { keywordWords, typeWords } from './language-words.ts';
import { languageConfiguration, tokenRules } from './language.ts';

/** The language of Data Distiller's models. */
export const distillerLanguageId = 'distiller-sql';

const ownKeywords = `analyze audience close cluster compute cursor database databases datagroups declare deallocate distribute
  distribution div exception fetch filtercontext history identity ilike label minus model models namespace namespaces overwrite
  regexp rlike samplerate since snapshot sort statistics stats tail head transform options view lateral withapproximate`;

/** Comments, brackets and what typing an opening character adds. */
export const distillerConfiguration: languages.LanguageConfiguration = {
  ...languageConfiguration,
  autoClosingPairs: [
    ...(languageConfiguration.autoClosingPairs ?? []),
    { open: '`', close: '`', notIn: ['string', 'comment'] },
  ],
  wordPattern: /`[^`]*`?|[$@]?[\p{L}_][\p{L}\p{N}_]*/u,
};

/** How Data Distiller SQL is coloured: both quotes hold strings, back-ticks hold names, `$$` bounds blocks. */
export const distillerTokenRules: languages.IMonarchLanguage = {
  ignoreCase: true,
  unicode: true,
  defaultToken: '',
  keywords: [...keywordWords, ...ownKeywords.split(/\s+/)],
  types: [...typeWords, 'binary', 'array'],
  brackets: tokenRules.brackets ?? [],
  tokenizer: {
    root: [
      [/\s+/, 'white'],
      [/--.*$/, 'comment'],
      [/^\s*#.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/\$\$/, 'keyword'],
      [/\$\{[^}]*\}|\$[\p{L}_][\p{L}\p{N}_]*|\$\d+|@[\p{L}_][\p{L}\p{N}_]*|\?/u, 'variable.parameter'],
      [/r?'/, 'string', '@single'],
      [/r?"/, 'string', '@double'],
      [/`(?:[^`]|``)*`?/, 'identifier.quoted'],
      [/\d[\d]*(\.\d*)?(e[+-]?\d+)?(bd|[lsyfd])?\b|\.\d+(e[+-]?\d+)?/, 'number'],
      [
        /([\p{L}_][\p{L}\p{N}_]*)(?=\s*\()/u,
        { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'function' } },
      ],
      [/(\.)([\p{L}_][\p{L}\p{N}_]*)/u, ['delimiter', 'identifier']],
      [/[\p{L}_][\p{L}\p{N}_]*/u, { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'identifier' } }],
      [/[()[\]{}]/, '@brackets'],
      [/::|->|[-+*/<>=~!%^&|]+/, 'operator'],
      [/[;,.:]/, 'delimiter'],
    ],
    comment: [
      [/[^*/]+/, 'comment'],
      [/\/\*/, 'comment', '@push'],
      [/\*\//, 'comment', '@pop'],
      [/[*/]/, 'comment'],
    ],
    single: [
      [/[^'\\]+/, 'string'],
      [/\\.|''/, 'string.escape'],
      [/'/, 'string', '@pop'],
    ],
    double: [
      [/[^"\\]+/, 'string'],
      [/\\.|""/, 'string.escape'],
      [/"/, 'string', '@pop'],
    ],
  },
};
