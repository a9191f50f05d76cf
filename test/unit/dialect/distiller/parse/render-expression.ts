import type {
  CallExpression,
  Expression,
  NamePart,
  SortItem,
} from '../../../../../src/dialect/distiller/syntax/expression.ts';
import type { WindowFrame, WindowSpecification } from '../../../../../src/dialect/distiller/syntax/query.ts';
import type { WrittenType } from '../../../../../src/dialect/distiller/syntax/type.ts';
import { renderQuery } from './render-query.ts';

const list = (items: readonly Expression[]) => items.map(renderExpression).join(' ');
const not = (negated: boolean) => (negated ? 'not-' : '');

/** A name; back-ticks stay where they stood. */
export const renderName = (parts: readonly NamePart[]) =>
  parts.map(({ text, quoted }) => (quoted ? `\`${text}\`` : text)).join('.');

export const renderSort = (items: readonly SortItem[]) =>
  items
    .map(({ value, descending, nulls }) =>
      [renderExpression(value), descending ? 'desc' : '', nulls === undefined ? '' : `nulls-${nulls}`]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(', ');

/** An expression as nested lists, the operator first: `a + b * 2` is `(+ a (* b 2))`. */
export function renderExpression(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.digits + node.suffix;
    case 'string':
      return JSON.stringify(node.value);
    case 'binary-literal':
      return `x${node.hex}`;
    case 'null':
      return 'null';
    case 'boolean':
      return String(node.value);
    case 'time-literal':
      return `(${node.type} ${node.value})`;
    case 'interval':
      return `(interval ${node.parts.map(({ value, unit, to }) => `${renderExpression(value)} ${unit}${to === undefined ? '' : `-${to}`}`).join(' ')})`;
    case 'name':
      return renderName(node.parts);
    case 'field':
      return `(field ${renderExpression(node.value)} ${node.name.text})`;
    case 'subscript':
      return `(at ${renderExpression(node.value)} ${renderExpression(node.index)})`;
    case 'star':
      return `${node.qualifier.map(({ text }) => `${text}.`).join('')}*${node.except.length > 0 ? `!${renderNames(node.except)}` : ''}`;
    case 'variable':
      return `@${node.name}`;
    case 'parameter':
      return `$${node.name}`;
    case 'call':
      return renderCall(node);
    case 'lambda':
      return `(-> ${renderNames(node.parameters)} ${renderExpression(node.body)})`;
    case 'aliased':
      return `${node.alias.text}:${renderExpression(node.value)}`;
    case 'typed-array':
      return `(list<${renderType(node.type)}> ${list(node.items)})`;
    case 'cast':
      return `(${node.attempt ? 'try-cast' : 'cast'} ${renderExpression(node.value)} ${renderType(node.type)})`;
    case 'unary':
      return `(${node.operator} ${renderExpression(node.value)})`;
    case 'binary':
      return `(${node.operator} ${renderExpression(node.left)} ${renderExpression(node.right)})`;
    case 'between':
      return `(${not(node.negated)}between ${list([node.value, node.low, node.high])})`;
    case 'in-list':
      return `(${not(node.negated)}in ${list([node.value, ...node.items])})`;
    case 'in-query':
      return `(${not(node.negated)}in ${renderExpression(node.value)} ${renderQuery(node.query)})`;
    case 'like': {
      const quantifier = node.quantifier === undefined ? '' : `-${node.quantifier}`;
      const escape = node.escape === undefined ? '' : ` escape ${node.escape}`;
      return `(${not(node.negated)}${node.operator.toLowerCase()}${quantifier} ${list([node.value, ...node.patterns])}${escape})`;
    }
    case 'is':
      return `(is-${not(node.negated)}${node.test} ${renderExpression(node.value)})`;
    case 'distinct-from':
      return `(${not(node.negated)}distinct ${list([node.left, node.right])})`;
    case 'exists':
      return `(exists ${renderQuery(node.query)})`;
    case 'subquery':
      return renderQuery(node.query);
    case 'case': {
      const operand = node.operand === undefined ? '' : ` ${renderExpression(node.operand)}`;
      const branches = node.branches.map(({ when, then }) => ` [${list([when, then])}]`).join('');
      const otherwise = node.otherwise === undefined ? '' : ` else ${renderExpression(node.otherwise)}`;
      return `(case${operand}${branches}${otherwise})`;
    }
    case 'parentheses':
      return `{${renderExpression(node.value)}}`;
    case 'row':
      return `(row ${list(node.items)})`;
  }
}

export const renderNames = (names: readonly NamePart[]) => `(${names.map(({ text }) => text).join(' ')})`;

function renderCall({ name, distinct, arguments: given, orderBy, filter, nulls, over }: CallExpression): string {
  const parts = [
    name,
    distinct ? 'distinct' : '',
    list(given),
    orderBy.length > 0 ? `order(${renderSort(orderBy)})` : '',
    filter === undefined ? '' : `filter(${renderExpression(filter)})`,
    nulls === undefined ? '' : `${nulls}-nulls`,
    over === undefined ? '' : `over(${renderWindow(over)})`,
  ];
  return `(${parts.filter((part) => part !== '').join(' ')})`;
}

export function renderWindow({ name, partitionBy, orderBy, frame, bare }: WindowSpecification): string {
  const parts = [
    name === undefined ? '' : bare ? name.text : `[${name.text}]`,
    partitionBy.length > 0 ? `by ${list(partitionBy)}` : '',
    orderBy.length > 0 ? `order ${renderSort(orderBy)}` : '',
    frame === undefined ? '' : renderFrame(frame),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function renderFrame({ unit, start, end }: WindowFrame): string {
  const bound = (given: WindowFrame['start']) =>
    'value' in given ? `${renderExpression(given.value)} ${given.kind}` : given.kind;
  return `${unit.toLowerCase()} ${bound(start)}${end === undefined ? '' : ` to ${bound(end)}`}`;
}

export function renderType(type: WrittenType): string {
  switch (type.kind) {
    case 'scalar':
      return type.name + (type.parameters.length > 0 ? `(${type.parameters.join(',')})` : '');
    case 'array':
      return `array<${renderType(type.item)}>`;
    case 'map':
      return `map<${renderType(type.key)},${renderType(type.value)}>`;
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${renderType(field.type)}`).join(',')}>`;
  }
}
