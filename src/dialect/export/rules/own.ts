import { jsonRules } from './json.ts';
import { textRules } from './text.ts';
import type { Rule, Rules } from './rule.ts';

const instead = "it is Stillhouse's own: compute the column here and send the result";

/** Functions of Stillhouse's that do what Spark's function of the same name does, argument by argument. */
const likeSpark =
  'bround conv crc32 expm1 format_number hypot log1p mask parse_url round schema_of_json sha2 soundex to_char to_number url_decode url_encode xpath_boolean xpath_number xpath_string';

/** What the functions of our own become. */
export const ownRules: Rules = {
  ...Object.fromEntries(
    likeSpark
      .split(' ')
      .map((name): [string, Rule] => [`sh_${name}`, { sparks: `${name.toUpperCase()}({*})`, instead }]),
  ),
  sh_upper: { all: 'UPPER({1})' },
  sh_lower: { all: 'LOWER({1})' },
  ...(textRules.levenshtein !== undefined && { sh_levenshtein: textRules.levenshtein }),
  /** A guard that stops a query whose lists grow too long. */
  sh_items: { all: 'TRUE' },
  sh_initcap: { all: 'INITCAP({1})', trino: null, instead },
  sh_soundex: {
    all: 'SOUNDEX({1})',
    postgresql: 'SOUNDEX({1})',
    instead,
    differs: { postgresql: 'It needs the extension fuzzystrmatch.' },
  },
  sh_round: { all: 'ROUND({*})', postgresql: ['ROUND({1})', 'ROUND(CAST({1} AS NUMERIC), {2})'], instead },
  sh_get_json_object: { ...jsonRules.json_extract_string, instead },
};
