import { StillhouseError } from '../../core/error.ts';

/** An expression of XPath 1.0, as far as it is read here. */
export type XPath =
  | { readonly kind: 'path'; readonly absolute: boolean; readonly steps: readonly Step[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: XPath; readonly right: XPath }
  | { readonly kind: 'call'; readonly name: string; readonly values: readonly XPath[] }
  | { readonly kind: 'literal'; readonly value: string | number };

export interface Step {
  readonly axis: 'child' | 'descendants' | 'attribute' | 'self' | 'parent';
  /** A name, `*`, `text()` or `node()`. */
  readonly test: string;
  readonly predicates: readonly XPath[];
}

/** Operators from those that bind least to those that bind most. */
const operators = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
  ['|'],
] as const;
const tokenShape =
  /"[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+|\/\/|\.\.|!=|<=|>=|::|[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?|[^\s]/gu;

/**
 * Reads a path such as `/a/b[@id='1']/text()` or `count(//b)`: child, descendant, parent and attribute steps, predicates,
 * comparisons, arithmetic and the functions of `evaluate-path.ts`. Throws `sql-value` for anything else.
 */
export function parseXPath(path: string): XPath {
  return new PathReader(path, path.match(tokenShape) ?? []).whole();
}

class PathReader {
  private at = 0;
  constructor(
    private readonly path: string,
    private readonly tokens: readonly string[],
  ) {}

  whole(): XPath {
    const expression = this.binary(0);
    if (this.at < this.tokens.length) this.fail();
    return expression;
  }

  private binary(level: number): XPath {
    const names: readonly string[] | undefined = operators[level];
    if (names === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.tokens[this.at] ?? '';
      if (!names.includes(operator)) return left;
      this.at++;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): XPath {
    if (!this.takes('-')) return this.primary();
    return { kind: 'binary', operator: '-', left: { kind: 'literal', value: 0 }, right: this.unary() };
  }

  private primary(): XPath {
    const token = this.tokens[this.at] ?? '';
    if (/^["']/.test(token)) return this.literal(token.slice(1, -1));
    if (/^\.?\d/.test(token)) return this.literal(Number(token));
    if (this.takes('(')) {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    if (this.tokens[this.at + 1] === '(' && token !== 'text' && token !== 'node') return this.call(token);
    return this.location();
  }

  private literal(value: string | number): XPath {
    this.at++;
    return { kind: 'literal', value };
  }

  private call(name: string): XPath {
    const values: XPath[] = [];
    this.at += 2;
    if (this.takes(')')) return { kind: 'call', name, values };
    do values.push(this.binary(0));
    while (this.takes(','));
    this.expect(')');
    return { kind: 'call', name, values };
  }

  private location(): XPath {
    const steps: Step[] = [];
    const absolute = this.tokens[this.at] === '/' || this.tokens[this.at] === '//';
    if (this.takes('/') && this.at === this.tokens.length) return { kind: 'path', absolute, steps };
    do {
      if (this.takes('//')) steps.push({ axis: 'descendants', test: 'node()', predicates: [] });
      steps.push(this.step());
    } while (this.takes('/') || this.tokens[this.at] === '//');
    return { kind: 'path', absolute, steps };
  }

  private step(): Step {
    if (this.takes('.')) return { axis: 'self', test: 'node()', predicates: this.predicates() };
    if (this.takes('..')) return { axis: 'parent', test: 'node()', predicates: this.predicates() };
    const axis = this.takes('@') ? 'attribute' : 'child';
    const token = this.tokens[this.at++] ?? '';
    if (token !== '*' && !/^[\p{L}_]/u.test(token)) this.fail();
    let test = token;
    if (this.takes('(')) {
      this.expect(')');
      test = `${token}()`;
    }
    if (this.tokens[this.at] === '::') this.fail();
    return { axis, test, predicates: this.predicates() };
  }

  private predicates(): readonly XPath[] {
    const predicates: XPath[] = [];
    while (this.takes('[')) {
      predicates.push(this.binary(0));
      this.expect(']');
    }
    return predicates;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) this.fail();
  }

  private fail(): never {
    const rest = this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? '';
    throw new StillhouseError('sql-value', `The XPath "${this.path}" cannot be read near "${rest}".`);
  }
}
