import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asDouble, asText } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import type { Typed } from '../../translate/typed.ts';
import type { FunctionCall } from '../contract.ts';

const directive = /%(?:(\d+)\$)?([-+ 0,]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g;

interface Directive {
  readonly flags: string;
  readonly width: string;
  readonly precision: string | undefined;
  readonly conversion: string;
}

/**
 * `format_string` with a format that is known: each directive by the engine's printf, NULL as `null`. A format with
 * directives of other kinds goes to our own function, all values as text.
 */
export function formatString(call: FunctionCall): Sql {
  const format = call.constant(0);
  const values = call.arguments().slice(1);
  const pieces = typeof format === 'string' ? formatted(format, values, call) : undefined;
  if (pieces === undefined)
    return sql`sh_format_string(${joinSql([asText(call.argument(0)), ...values.map(asText)], ', ')})`;
  return pieces.length === 1 ? joinSql(pieces, '') : sql`(${joinSql(pieces, ' || ')})`;
}

function formatted(format: string, values: readonly Typed[], call: FunctionCall): readonly Sql[] | undefined {
  const pieces: Sql[] = [];
  let [at, next] = [0, 0];
  for (const match of format.matchAll(directive)) {
    const [text, place, flags = '', width = '', precision, conversion = ''] = match;
    const before = format.slice(at, match.index);
    if (before.includes('%')) return undefined;
    if (before !== '') pieces.push(literal(before));
    at = match.index + text.length;
    if (conversion === '%' || conversion === 'n') {
      pieces.push(literal(conversion === 'n' ? '\n' : '%'));
      continue;
    }
    const index = place === undefined ? next++ : Number(place) - 1;
    const value =
      values[index] ??
      call.fail(`The format asks for ${index + 1} values, and there are ${values.length}.`, undefined, 0);
    const piece = written(value, { flags, width, precision, conversion });
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  const rest = format.slice(at);
  if (rest.includes('%')) return undefined;
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, literal(rest)];
}

function written(value: Typed, { flags, width, precision, conversion }: Directive): Sql | undefined {
  const grouped = flags.includes(',');
  const cut = precision === undefined ? '' : `.${precision}`;
  const plain = literal(`%${flags}${width}${cut}${conversion}`);
  switch (conversion) {
    case 's':
      if (grouped) return undefined;
      return width === '' && cut === '' ? orNull(asText(value)) : sql`printf(${plain}, ${orNull(asText(value))})`;
    case 'd':
      if (grouped) return flags === ',' && width === '' ? orNull(sql`format('{:,}', ${asBigint(value)})`) : undefined;
      return orNull(sql`printf(${plain}, ${asBigint(value)})`);
    case 'x':
    case 'X':
    case 'o':
      return flags.replace(/[-0]/g, '') === '' ? orNull(sql`printf(${plain}, ${asBigint(value)})`) : undefined;
    case 'f': {
      const places = precision ?? '6';
      const rounded = sql`round(${asDouble(value)}, ${literal(Number(places))})`;
      if (!grouped) return orNull(sql`printf(${literal(`%${flags}${width}.${places}f`)}, ${rounded})`);
      return flags === ',' && width === '' ? orNull(sql`format(${literal(`{:,.${places}f}`)}, ${rounded})`) : undefined;
    }
    case 'e':
      return grouped ? undefined : orNull(sql`printf(${plain}, ${asDouble(value)})`);
    default:
      return undefined;
  }
}

const orNull = (text: Sql): Sql => sql`coalesce(${operand(text)}, 'null')`;
