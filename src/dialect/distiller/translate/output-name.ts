import type { Expression } from '../syntax/expression.ts';

/** The name Spark gives to a column that has none: `count(1)`, `(a + b)`, `upper(name)`; `''` where Spark's is empty. */
export function outputName(expression: Expression, source: string): string {
  switch (expression.kind) {
    case 'name':
      return expression.parts.at(-1)?.text ?? '';
    case 'field':
      return expression.name.text;
    case 'string':
      return expression.value === '' ? "''" : expression.value;
    case 'parentheses':
      return outputName(expression.value, source);
    case 'subquery':
      return 'scalarsubquery()';
    default:
      return pretty(expression, source);
  }
}

function pretty(expression: Expression, source: string): string {
  const inner = (value: Expression) => pretty(value, source);
  switch (expression.kind) {
    case 'name':
      return expression.parts.map(({ text }) => text).join('.');
    case 'number':
      return expression.digits;
    case 'string':
      return expression.value;
    case 'null':
      return 'NULL';
    case 'boolean':
      return String(expression.value);
    case 'star':
      return '1';
    case 'parentheses':
      return inner(expression.value);
    case 'field':
      return `${inner(expression.value)}.${expression.name.text}`;
    case 'subscript':
      return `${inner(expression.value)}[${inner(expression.index)}]`;
    case 'binary':
      return `(${inner(expression.left)} ${expression.operator.toLowerCase() === 'div' ? 'div' : expression.operator} ${inner(expression.right)})`;
    case 'unary':
      return expression.operator === 'NOT'
        ? `(NOT ${inner(expression.value)})`
        : `(${expression.operator} ${inner(expression.value)})`;
    case 'call':
      if (expression.name === 'window' || expression.name === 'session_window') return expression.name;
      return (
        callName(expression.name, expression.distinct, expression.arguments.map(inner)) +
        sourceBehind(expression, source)
      );
    case 'aliased':
      return `${inner(expression.value)} AS ${expression.alias.text}`;
    case 'cast':
      return `CAST(${inner(expression.value)} AS ${source.slice(expression.type.span.start, expression.type.span.end).toUpperCase()})`;
    default:
      return source.slice(expression.span.start, expression.span.end).replace(/\s+/g, ' ');
  }
}

function callName(name: string, distinct: boolean, values: readonly string[]): string {
  return `${name}(${distinct ? 'DISTINCT ' : ''}${values.join(', ')})`;
}

/** The window behind a call, as it was written. */
function sourceBehind(call: Extract<Expression, { kind: 'call' }>, source: string): string {
  if (call.over === undefined) return '';
  return ` OVER ${source.slice(call.over.span.start, call.over.span.end).replace(/\s+/g, ' ')}`;
}
