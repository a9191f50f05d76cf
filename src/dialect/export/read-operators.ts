import { endsOperand } from '../structure/select-items.ts';
import { leftOperand, rightOperand } from './operands.ts';
import { plainPiece } from './piece.ts';
import { literalAt, type Reading, wrapAsPiece } from './reading.ts';

/** Operators that the translator does not read, or gives another meaning: the rules' names for them. */
const rules: Readonly<Record<string, string>> = {
  '//': 'operator //',
  '~': 'regexp_full_match',
  '!~': 'operator !~',
  'SIMILAR TO': 'regexp_full_match',
  'NOT SIMILAR TO': 'operator !~',
  GLOB: 'glob',
};

/** Puts pieces in place of operators. */
export function readOperators(reading: Reading): void {
  const { lexemes } = reading.structure;
  for (let at = 1; at < lexemes.length; at++) {
    const [name, length] = operatorAt(reading, at);
    const rule = rules[name];
    if (rule !== undefined && endsOperand(lexemes[at - 1])) {
      const start = name === '//' ? productStart(reading, at) : leftOperand(reading.structure, at);
      const end = rightOperand(reading.structure, at + length);
      const piece = {
        ...plainPiece(rule, name, reading.range(at, at + length), 2),
        literals: [undefined, literalAt(reading, at + length, end)],
      };
      replaceOperator(reading, at, length);
      wrapAsPiece(reading, piece, start, end);
    }
  }
  readArrows(reading);
  readIntervals(reading);
  readExtracts(reading);
}

function operatorAt({ structure }: Reading, at: number): readonly [name: string, length: number] {
  const { lexemes } = structure;
  const words = [0, 1, 2].map((ahead) => lexemes[at + ahead]?.upper ?? '');
  if (words.join(' ') === 'NOT SIMILAR TO') return ['NOT SIMILAR TO', 3];
  if (words[0] === 'SIMILAR' && words[1] === 'TO' && lexemes[at - 1]?.upper !== 'NOT') return ['SIMILAR TO', 2];
  if (words[0] === 'GLOB' && lexemes[at + 1]?.raw === '(') return ['', 1];
  return [words[0] ?? '', 1];
}

/** The first factor of the product that ends before an operator. */
function productStart({ structure }: Reading, at: number): number {
  const { lexemes } = structure;
  let start = leftOperand(structure, at);
  for (;;) {
    const before = lexemes[start - 1]?.raw ?? '';
    if (/^[-+]$/.test(before) && !endsOperand(lexemes[start - 2])) return start - 1;
    if (!/^(\*|\/|%|\*\*|\^)$/.test(before) || !endsOperand(lexemes[start - 2])) return start;
    start = leftOperand(structure, start - 1);
  }
}

function replaceOperator(reading: Reading, at: number, length: number): void {
  const { start, end } = reading.range(at, at + length);
  reading.edits.replace(start, end, ', ');
}

/** Before an arrow that reads JSON stands a whole expression: the arrow binds more loosely than anything. */
const expressionEdge = /^(\(|\[|,|SELECT|DISTINCT|WHERE|AND|OR|NOT|ON|HAVING|BY|WHEN|THEN|ELSE|CASE|QUALIFY|)$/;

function readArrows(reading: Reading): void {
  const { structure } = reading;
  const { lexemes } = structure;
  const seen = new Set<number>();
  for (let at = 1; at < lexemes.length; at++) {
    const raw = lexemes[at]?.raw;
    if ((raw !== '->' && raw !== '->>') || !/^(string|number)$/.test(lexemes[at + 1]?.kind ?? '')) continue;
    let start = leftOperand(structure, at);
    const chained = [...seen].filter((arrow) => arrow + 2 === at);
    if (chained.length > 0) start = chainStart(reading, start);
    if (!expressionEdge.test(lexemes[start - 1]?.upper ?? '') || isLambda(reading, at)) continue;
    seen.add(at);
    const name = raw === '->' ? 'json_extract' : 'json_extract_string';
    const piece = {
      ...plainPiece(name, raw, reading.range(at, at + 1), 2),
      literals: [undefined, literalAt(reading, at + 1, at + 2)],
    };
    replaceOperator(reading, at, 1);
    wrapAsPiece(reading, piece, start, at + 2);
  }
}

function chainStart({ structure }: Reading, at: number): number {
  const { lexemes } = structure;
  let start = at;
  while (/^->>?$/.test(lexemes[start - 1]?.raw ?? '')) start = leftOperand(structure, start - 1);
  return start;
}

function isLambda({ structure }: Reading, at: number): boolean {
  const { lexemes, groups } = structure;
  const around = [...groups.values()].filter(({ open, close }) => open < at && at < close).at(-1);
  const call = lexemes[(around?.open ?? 0) - 1]?.raw ?? '';
  return lexemes[at]?.raw === '->' && lambdaCalls.test(call);
}

/** Functions that take lambdas. */
export const lambdaCalls =
  /^(list_(transform|apply|filter|reduce)|array_(transform|apply|filter|reduce)|apply|filter|reduce)$/i;

/** `INTERVAL (n) DAY` counts days by an expression. */
function readIntervals(reading: Reading): void {
  const { structure, edits } = reading;
  const { lexemes, groups } = structure;
  lexemes.forEach((lexeme, at) => {
    if (lexeme.upper !== 'INTERVAL' || lexemes[at + 1]?.kind === 'string' || lexemes[at + 1]?.kind === 'number') return;
    const end = (groups.get(at + 1)?.close ?? rightOperand(structure, at + 1) - 1) + 1;
    const unit = /^(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND|MILLISECOND|MICROSECOND)S?$/.exec(
      lexemes[end]?.upper ?? '',
    )?.[1];
    if (unit === undefined) return;
    const piece = plainPiece(
      `to_${unit.toLowerCase()}s`,
      `INTERVAL (…) ${unit}`,
      reading.range(at, end + 1),
      1,
      reading.written(at, end + 1),
    );
    const whole = reading.range(at, end + 1);
    const inner = reading.range(at + 1, end);
    edits.replace(whole.start, inner.start, `${reading.keep(piece)}(`);
    edits.replace(inner.end, whole.end, ')');
  });
}

/** `EXTRACT(dow FROM d)` is the function of that part. */
function readExtracts(reading: Reading): void {
  const { structure, edits } = reading;
  const { lexemes, groups } = structure;
  lexemes.forEach((lexeme, at) => {
    const group = groups.get(at + 1);
    if (lexeme.upper !== 'EXTRACT' || group === undefined || lexemes[at + 3]?.upper !== 'FROM') return;
    const part = lexemes[at + 2];
    const name = part?.kind === 'string' ? part.raw.slice(1, -1) : (part?.name ?? '');
    const piece = {
      ...plainPiece(
        'date_part',
        `EXTRACT(${name} FROM …)`,
        reading.range(at, at + 3),
        2,
        reading.written(at, group.close + 1),
      ),
      literals: [name.toLowerCase()],
    };
    const { start, end } = reading.range(at, at + 4);
    edits.replace(start, end, `${reading.keep(piece)}('${name.replaceAll("'", "''")}', `);
  });
}
