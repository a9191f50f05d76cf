import type { Rule } from './rule.ts';
import { level } from './rule.ts';
import type { ValueType } from './value-types.ts';

/** A parameter of a lambda, the same wherever it is read. */
export interface Parameter {
  readonly name: string;
  readonly type: ValueType;
}

/** An expression of the tests. */
export type Node =
  | {
      readonly kind: 'rule';
      readonly rule: Rule;
      readonly type: ValueType;
      readonly children: readonly Node[];
      /** Whether brackets stand round it that need not. */
      readonly bracketed: boolean;
    }
  | { readonly kind: 'leaf'; readonly type: ValueType; readonly text: string; readonly twin: string }
  /** A constant of a rule, put into its text as it is. */
  | { readonly kind: 'constant'; readonly type: ValueType; readonly text: string; readonly twin: string }
  | { readonly kind: 'parameter'; readonly type: ValueType; readonly parameter: Parameter }
  | {
      readonly kind: 'lambda';
      readonly type: ValueType;
      readonly parameters: readonly Parameter[];
      readonly reads: readonly string[] | undefined;
      readonly body: Node;
    };

/** The nodes right below. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'rule') return node.children;
  return node.kind === 'lambda' ? [node.body] : [];
}

/** The parameters that are read without being bound inside. */
export function freeParameters(node: Node): ReadonlySet<Parameter> {
  if (node.kind === 'parameter') return new Set([node.parameter]);
  const free = new Set(childrenOf(node).flatMap((child) => [...freeParameters(child)]));
  if (node.kind === 'lambda') for (const parameter of node.parameters) free.delete(parameter);
  return free;
}

/** The expression in Data Distiller SQL. */
export function writeText(node: Node, least = 0): string {
  switch (node.kind) {
    case 'constant':
      return node.text;
    case 'leaf': {
      const binds = node.text.startsWith('-') ? level.sign : level.primary;
      return binds < least ? `(${node.text})` : node.text;
    }
    case 'parameter':
      return node.parameter.name;
    case 'lambda': {
      const names = node.parameters.map(({ name }) => name);
      const [only = ''] = names;
      return `${names.length === 1 ? only : `(${names.join(', ')})`} -> ${writeText(node.body)}`;
    }
    case 'rule': {
      const text = node.rule.text.replace(/\{(\d)(?:@(\d+))?\}/g, (_, index: string, wanted = '0') => {
        const child = node.children[Number(index)];
        return child === undefined ? '' : writeText(child, Number(wanted));
      });
      return node.bracketed || node.rule.level < least ? `(${text})` : text;
    }
  }
}

/** The expression in the engine's SQL, by the twins of its rules. */
export function writeTwin(node: Node): string {
  return new TwinWriter().write(node);
}

const simple = /^(?:[\w.]+|'[^']*')$/;

class TwinWriter {
  private names = 0;
  private readonly bound = new Map<Parameter, string>();

  write(node: Node): string {
    switch (node.kind) {
      case 'constant':
      case 'leaf':
        return node.twin;
      case 'parameter':
        return this.bound.get(node.parameter) ?? 'unbound';
      case 'lambda':
        return this.write(node.body);
      case 'rule':
        return this.rule(node.rule, node.children);
    }
  }

  /** A value that the twin reads more than once is worked out once, or the SQL would grow without end. */
  private rule({ twin }: Rule, children: readonly Node[]): string {
    const binders: string[] = [];
    const engineNames: (readonly string[])[] = [];
    const texts = children.map((child, index) => {
      if (child.kind === 'lambda') {
        const names = child.parameters.map(() => this.newName());
        engineNames[index] = names;
        child.parameters.forEach((parameter, place) => {
          const read = child.reads?.[place] ?? `$${place}`;
          this.bound.set(
            parameter,
            read.replace(/\$(\d)/g, (_, digit: string) => names[Number(digit)] ?? ''),
          );
        });
      }
      return this.write(child);
    });
    const values = texts.map((text, index) => {
      if (simple.test(text) || children[index]?.kind === 'constant') return text;
      if (children[index]?.kind === 'lambda' || twin.split(`{${index}}`).length <= 2) return `(${text})`;
      const name = this.newName();
      binders.push(`list_transform([${text}], lambda ${name}: `);
      return name;
    });
    const body = twin.replace(/\{(\d)(?:\.(\d))?\}/g, (_, index: string, place?: string) =>
      place === undefined ? (values[Number(index)] ?? '') : (engineNames[Number(index)]?.[Number(place)] ?? ''),
    );
    return `${binders.join('')}${body}${')[1]'.repeat(binders.length)}`;
  }

  private newName(): string {
    return `g${++this.names}`;
  }
}

/** How many nodes an expression has. */
export function countNodes(node: Node): number {
  return childrenOf(node).reduce((sum, child) => sum + countNodes(child), 1);
}
