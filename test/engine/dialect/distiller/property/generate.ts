import type { Node, Parameter } from './node.ts';
import type { Random } from './random.ts';
import type { Constant, Place, Rule } from './rule.ts';
import { rulesOf } from './rules/index.ts';
import { queryRules } from './rules/queries.ts';
import { engineTypes, type ValueType, valueTypes } from './value-types.ts';
import { columns, tableName } from './values.ts';

/** Names of parameters; some are columns, the table and parts of names that translations make. */
const parameterNames = ['x', 'y', 'k', 'v', 'n', 'i', 'item', 'acc', 'k_v', '_item0', 'st', 'key', 'place', 't', 'd'];

/** A random expression of a random type. */
export function generateExpression(random: Random, depth: number): Node {
  return new Generator(random).expression(random.pick(valueTypes), depth, []);
}

/** A random query. */
export function generateQuery(random: Random, depth: number): Node {
  return new Generator(random).query(depth);
}

class Generator {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** `bound` holds the parameters in sight, the inner ones last. */
  expression(type: ValueType, depth: number, bound: readonly Parameter[]): Node {
    const wanted = type === 'INT' && this.random.chance(30) ? 'SMALL' : type;
    if (depth <= 0 || this.random.chance(10)) return this.leaf(wanted, bound);
    const parameter = this.parameter(wanted, bound);
    if (parameter !== undefined && this.random.chance(20)) return parameter;
    return this.node(this.random.pick(rulesOf(wanted)), wanted, depth, bound);
  }

  query(depth: number): Node {
    return { ...this.node(this.random.pick(queryRules), 'INT', depth, []), bracketed: false };
  }

  private node(
    rule: Rule,
    type: ValueType,
    depth: number,
    bound: readonly Parameter[],
  ): Node & { readonly kind: 'rule' } {
    const children = rule.places.map((place) => this.child(place, depth - 1, bound));
    return { kind: 'rule', rule, type, children, bracketed: this.random.chance(10) };
  }

  private child(place: Place, depth: number, bound: readonly Parameter[]): Node {
    if (typeof place === 'string') return this.expression(place, depth, bound);
    if ('constants' in place) return constantNode(this.random.pick(place.constants));
    const names = new Set<string>();
    while (names.size < place.lambda.length) names.add(this.random.pick(parameterNames));
    const parameters = [...names].map((name, index) => ({ name, type: place.lambda[index] ?? 'INT' }));
    const body = this.expression(place.body, depth, [...bound, ...parameters]);
    return { kind: 'lambda', type: place.body, parameters, reads: place.reads, body };
  }

  private leaf(type: ValueType, bound: readonly Parameter[]): Node {
    const parameter = this.parameter(type, bound);
    if (parameter !== undefined && this.random.chance(60)) return parameter;
    return this.column(type, bound);
  }

  /** A parameter of this type that no inner one hides. */
  private parameter(type: ValueType, bound: readonly Parameter[]): Node | undefined {
    const seen = bound.filter(({ name }, place) => !bound.slice(place + 1).some((inner) => inner.name === name));
    const fitting = seen.filter((parameter) => parameter.type === type);
    if (fitting.length === 0) return undefined;
    return { kind: 'parameter', type, parameter: this.random.pick(fitting) };
  }

  /** A column, with its table’s name where a parameter hides it. */
  private column(type: ValueType, bound: readonly Parameter[]): Node {
    const hidden = new Set(bound.map(({ name }) => name));
    const fitting = columns.filter(
      (column) => column.type === type && !(hidden.has(tableName) && hidden.has(column.name)),
    );
    if (fitting.length === 0)
      return {
        kind: 'leaf',
        type,
        text: `CAST(NULL AS ${type === 'SMALL' ? 'INT' : type})`,
        twin: `CAST(NULL AS ${engineTypes[type]})`,
      };
    const { name } = this.random.pick(fitting);
    const qualified = hidden.has(name) || (!hidden.has(tableName) && this.random.chance(15));
    return { kind: 'leaf', type, text: qualified ? `${tableName}.${name}` : name, twin: `${tableName}.${name}` };
  }
}

function constantNode([text, twin = text]: Constant): Node {
  return { kind: 'constant', type: 'INT', text, twin };
}
