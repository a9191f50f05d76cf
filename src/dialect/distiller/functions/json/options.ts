import type { Expression } from '../../syntax/expression.ts';
import type { FunctionCall } from '../contract.ts';

/** What a function makes of the options that Spark documents for it, by their names in small letters. */
export interface KnownOptions {
  /** Those it follows. */
  readonly followed: readonly string[];
  /** Those it offers with one value alone, which is Spark's default. */
  readonly fixed: Readonly<Partial<Record<string, string>>>;
}

/** How JSON is read whatever is said. */
export const fixedReading: KnownOptions['fixed'] = {
  ...{ allowcomments: 'false', allowunquotedfieldnames: 'false', allowsinglequotes: 'true' },
  ...{ allownumericleadingzeros: 'false', allownonnumericnumbers: 'true', allowunquotedcontrolchars: 'true' },
  ...{ allowbackslashescapinganycharacter: 'false', timezone: 'UTC', locale: 'en-US' },
};

/** The options at `index`: a map of texts that is written out. Others than those followed are told, or refused where they would matter. */
export function optionsAt(call: FunctionCall, index: number, known: KnownOptions): ReadonlyMap<string, string> {
  if (call.count <= index) return new Map();
  const written = call.written(index);
  if (written?.kind !== 'call' || written.name !== 'map') return notWritten(call, index);
  const texts = written.arguments.map((argument) => textOf(argument) ?? notWritten(call, index));
  const options = new Map<string, string>();
  for (let at = 0; at < texts.length; at += 2) {
    const [name = '', value = ''] = texts.slice(at, at + 2);
    checkOption(call, index, name, value, known);
    options.set(name.toLowerCase(), value);
  }
  return options;
}

/** Whether an option says yes; `otherwise` where it is not given. */
export function isOn(options: ReadonlyMap<string, string>, name: string, otherwise: boolean): boolean {
  const value = options.get(name);
  return value === undefined ? otherwise : value.toLowerCase() === 'true';
}

function checkOption(call: FunctionCall, index: number, name: string, value: string, known: KnownOptions): void {
  if (known.followed.includes(name.toLowerCase())) return;
  const fixed = known.fixed[name.toLowerCase()];
  if (fixed === undefined) {
    call.notice(`The option “${name}” of ${call.name} has no effect.`);
  } else if (fixed.toLowerCase() !== value.toLowerCase()) {
    call.fail(`The option “${name}” of ${call.name} is offered with the value “${fixed}” alone.`, undefined, index);
  }
}

function notWritten(call: FunctionCall, index: number): never {
  return call.fail(
    `The options of ${call.name} are texts that are written out: map('dateFormat', 'dd/MM/yyyy').`,
    undefined,
    index,
  );
}

function textOf(expression: Expression): string | undefined {
  if (expression.kind === 'string' || expression.kind === 'boolean') return String(expression.value);
  return expression.kind === 'number' ? expression.digits : undefined;
}
