import { behindTemplate, templatePattern } from '../../src/dialect/distiller/parse/template-name.ts';
import { keywordWords, typeWords } from './language-words.ts';
import { escapedText, sqlConfiguration, sqlTokenRules } from './sql-rules.ts';

/** The language of Data Distiller's models. */
export const distillerLanguageId = 'distiller-sql';

const ownKeywords = `analyze audience close cluster compute cursor database databases datagroups declare deallocate distribute
  distribution div exception fetch filtercontext history identity ilike label minus model models namespace namespaces overwrite
  regexp rlike samplerate since snapshot sort statistics stats tail head transform options view lateral withapproximate`;

export const distillerConfiguration = sqlConfiguration(["'", '"', '`'], /`[^`]*`?|[$@#]?[\p{L}_][\p{L}\p{N}_]*/u);

const template = templatePattern.source.replaceAll(/\((?!\?)/g, '(?:');

/** How Data Distiller SQL is coloured: both quotes hold strings, back-ticks hold names, `$$` bounds blocks. */
export const distillerTokenRules = sqlTokenRules({
  keywords: [...keywordWords, ...ownKeywords.split(/\s+/)],
  types: [...typeWords, 'binary', 'array'],
  first: [[new RegExp(`^\\s*(?!${template}${behindTemplate.source})#.*$`, 'u'), 'comment']],
  literals: [
    [/\$\$/, 'keyword'],
    [new RegExp(template, 'u'), 'variable.parameter'],
    [/\$\{[^}]*\}|\$[\p{L}_][\p{L}\p{N}_]*|\$\d+|@[\p{L}_][\p{L}\p{N}_]*|\?/u, 'variable.parameter'],
    [/r?'/, 'string', '@single'],
    [/r?"/, 'string', '@double'],
    [/`(?:[^`]|``)*`?/, 'identifier.quoted'],
    [/\d[\d]*(\.\d*)?(e[+-]?\d+)?(bd|[lsyfd])?\b|\.\d+(e[+-]?\d+)?/, 'number'],
  ],
  operators: /::|->|[-+*/<>=~!%^&|]+/,
  states: { single: escapedText("'"), double: escapedText('"') },
});
