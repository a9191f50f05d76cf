import { StillhouseError } from '../../core/error.ts';
import type { Step, XPath } from './parse-path.ts';
import { stringValue, type XmlElement, type XmlNode } from './parse-xml.ts';

/** What an expression gives. */
export type XPathValue = string | number | boolean | readonly XmlNode[];

interface Context {
  readonly node: XmlNode;
  /** Counted from 1. */
  readonly position: number;
  readonly size: number;
}

const isNodes = (value: XPathValue): value is readonly XmlNode[] => Array.isArray(value);

/** Evaluates an expression at the root of a document. Throws `sql-value` for functions that are not known here. */
export function evaluateXPath(path: XPath, root: XmlElement): XPathValue {
  return evaluate(path, { node: root, position: 1, size: 1 });
}

/** As `string()` of XPath: that of the first node. */
export function asString(value: XPathValue): string {
  if (isNodes(value)) return value[0] === undefined ? '' : stringValue(value[0]);
  return String(value);
}

/** As `number()` of XPath. */
export function asNumber(value: XPathValue): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  const text = asString(value).trim();
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** As `boolean()` of XPath: nodes, text, and numbers other than 0 are true. */
export function asBoolean(value: XPathValue): boolean {
  if (isNodes(value) || typeof value === 'string') return value.length > 0;
  return Boolean(value);
}

function evaluate(path: XPath, context: Context): XPathValue {
  switch (path.kind) {
    case 'literal':
      return path.value;
    case 'path': {
      const start = path.absolute ? rootOf(context.node) : context.node;
      return path.steps.reduce<readonly XmlNode[]>(
        (nodes, step) => unique(nodes.flatMap((node) => take(step, node))),
        [start],
      );
    }
    case 'binary':
      return combine(
        path.operator,
        () => evaluate(path.left, context),
        () => evaluate(path.right, context),
      );
    case 'call':
      return call(
        path.name,
        path.values.map((value) => evaluate(value, context)),
        context,
      );
  }
}

const rootOf = (node: XmlNode): XmlNode => (node.parent === undefined ? node : rootOf(node.parent));
const unique = (nodes: readonly XmlNode[]): readonly XmlNode[] => [...new Set(nodes)];

function take({ axis, test, predicates }: Step, node: XmlNode): readonly XmlNode[] {
  const found = along(axis, node).filter((candidate) => fits(candidate, test));
  return predicates.reduce<readonly XmlNode[]>((nodes, predicate) => {
    const size = nodes.length;
    return nodes.filter((candidate, index) => {
      const value = evaluate(predicate, { node: candidate, position: index + 1, size });
      return typeof value === 'number' ? value === index + 1 : asBoolean(value);
    });
  }, found);
}

function along(axis: Step['axis'], node: XmlNode): readonly XmlNode[] {
  switch (axis) {
    case 'child':
      return 'children' in node ? node.children : [];
    case 'attribute':
      return 'children' in node ? node.attributes : [];
    case 'descendants':
      return 'children' in node ? [node, ...node.children.flatMap((child) => along(axis, child))] : [node];
    case 'self':
      return [node];
    case 'parent':
      return node.parent === undefined ? [] : [node.parent];
  }
}

function fits(node: XmlNode, test: string): boolean {
  if (test === 'node()') return true;
  if (test === 'text()') return node.kind === 'text';
  return (node.kind === 'element' || node.kind === 'attribute') && (test === '*' || node.name === test);
}

function combine(operator: string, left: () => XPathValue, right: () => XPathValue): XPathValue {
  switch (operator) {
    case 'or':
      return asBoolean(left()) || asBoolean(right());
    case 'and':
      return asBoolean(left()) && asBoolean(right());
    case '+':
      return asNumber(left()) + asNumber(right());
    case '-':
      return asNumber(left()) - asNumber(right());
    case '*':
      return asNumber(left()) * asNumber(right());
    case 'div':
      return asNumber(left()) / asNumber(right());
    case 'mod':
      return asNumber(left()) % asNumber(right());
    case '|': {
      const [one, other] = [left(), right()];
      return isNodes(one) && isNodes(other) ? unique([...one, ...other]) : [];
    }
    default:
      return eachOf(left()).some((one) => eachOf(right()).some((other) => compare(operator, one, other)));
  }
}

/** Nodes are compared one by one, by their texts. */
const eachOf = (value: XPathValue): readonly (string | number | boolean)[] =>
  isNodes(value) ? value.map(stringValue) : [value];

function compare(operator: string, one: string | number | boolean, other: string | number | boolean): boolean {
  if (operator === '=' || operator === '!=') {
    const areTexts = typeof one === 'string' && typeof other === 'string';
    const isSame =
      typeof one === 'boolean' || typeof other === 'boolean'
        ? asBoolean(one) === asBoolean(other)
        : areTexts
          ? one === other
          : asNumber(one) === asNumber(other);
    return isSame === (operator === '=');
  }
  const [first, second] = [asNumber(one), asNumber(other)];
  return operator === '<'
    ? first < second
    : operator === '<='
      ? first <= second
      : operator === '>'
        ? first > second
        : first >= second;
}

function call(name: string, values: readonly XPathValue[], { node, position, size }: Context): XPathValue {
  const [first = [node], second = ''] = values;
  switch (name) {
    case 'count':
      return isNodes(first) ? first.length : 0;
    case 'sum':
      return isNodes(first) ? first.reduce((sum, one) => sum + asNumber(stringValue(one)), 0) : Number.NaN;
    case 'position':
      return position;
    case 'last':
      return size;
    case 'not':
      return !asBoolean(first);
    case 'true':
    case 'false':
      return name === 'true';
    case 'contains':
      return asString(first).includes(asString(second));
    case 'starts-with':
      return asString(first).startsWith(asString(second));
    case 'string-length':
      return Array.from(asString(first)).length;
    case 'normalize-space':
      return asString(first).trim().replace(/\s+/g, ' ');
    case 'concat':
      return values.map(asString).join('');
    case 'string':
      return asString(first);
    case 'number':
      return asNumber(first);
    case 'boolean':
      return asBoolean(first);
    case 'name':
      return isNodes(first) ? (first[0]?.name ?? '') : '';
    default:
      throw new StillhouseError('sql-value', `There is no function ${name}() for XPath here.`);
  }
}
