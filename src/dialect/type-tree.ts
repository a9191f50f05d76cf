import { type Lexeme, readLexemes, unquoteString } from './lexeme.ts';
import { nameText } from './keywords.ts';

/** An engine type name such as `STRUCT(a INTEGER, b VARCHAR[])`, taken apart. */
export type TypeTree =
  /** `name` is upper-cased and carries its modifiers: `DECIMAL(18,2)`, `TIMESTAMP WITH TIME ZONE`. */
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  /** `size` is set for arrays of fixed length. */
  | { readonly kind: 'list'; readonly item: TypeTree; readonly size?: number }
  | { readonly kind: 'struct'; readonly fields: readonly TypeField[] }
  | { readonly kind: 'map'; readonly key: TypeTree; readonly value: TypeTree }
  | { readonly kind: 'union'; readonly fields: readonly TypeField[] };

export interface TypeField {
  readonly name: string;
  readonly type: TypeTree;
}

const unknown: TypeTree = { kind: 'scalar', name: '' };

/** Takes a type name apart. Never fails: what it cannot read becomes a scalar of that text. */
export function parseType(text: string): TypeTree {
  const reader = new TypeReader(readLexemes(text));
  const tree = reader.type();
  return reader.understood ? tree : { kind: 'scalar', name: text.trim() };
}

/** The type as the engine writes it; names are quoted only where they must be. */
export function typeText(type: TypeTree): string {
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'enum':
      return `ENUM(${type.values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`;
    case 'list':
      return `${typeText(type.item)}[${type.size ?? ''}]`;
    case 'map':
      return `MAP(${typeText(type.key)}, ${typeText(type.value)})`;
    case 'struct':
    case 'union':
      return `${type.kind.toUpperCase()}(${type.fields.map((field) => `${nameText(field.name)} ${typeText(field.type)}`).join(', ')})`;
  }
}

/** Fields that `.name` reaches on a value of this type; lists and maps have none before a subscript. */
export function fieldsOf(type: TypeTree): readonly TypeField[] {
  return type.kind === 'struct' || type.kind === 'union' ? type.fields : [];
}

/** The type of the field `name`, case ignored as the engine does. */
export function fieldType(type: TypeTree, name: string): TypeTree | undefined {
  const wanted = name.toLowerCase();
  return fieldsOf(type).find((field) => field.name.toLowerCase() === wanted)?.type;
}

/** The type of `value[…]`: an item, a map's value, or the same list for a slice. */
export function subscriptType(type: TypeTree, slice: boolean): TypeTree | undefined {
  if (type.kind === 'list') return slice ? { kind: 'list', item: type.item } : type.item;
  if (type.kind === 'map') return type.value;
  if (type.kind === 'scalar' && type.name === 'VARCHAR') return type;
  return undefined;
}

class TypeReader {
  private at = 0;
  private failed = false;
  private readonly lexemes: readonly Lexeme[];

  constructor(lexemes: readonly Lexeme[]) {
    this.lexemes = lexemes;
  }

  get understood(): boolean {
    return this.ended && !this.failed;
  }

  private get ended(): boolean {
    return this.at >= this.lexemes.length;
  }

  type(): TypeTree {
    let tree = this.base();
    while (this.accept('[')) {
      const size = this.lexemes[this.at]?.kind === 'number' ? Number(this.lexemes[this.at++]?.raw) : undefined;
      this.accept(']');
      tree = { kind: 'list', item: tree, ...(size !== undefined && { size }) };
    }
    return tree;
  }

  private base(): TypeTree {
    const head = this.lexemes[this.at];
    if (head?.name === undefined) {
      this.failed = true;
      return unknown;
    }
    this.at++;
    if (this.peek() === '(') {
      if (head.upper === 'STRUCT' || head.upper === 'ROW')
        return { kind: 'struct', fields: this.list(() => this.field()) };
      if (head.upper === 'UNION') return { kind: 'union', fields: this.list(() => this.field()) };
      if (head.upper === 'ENUM') return { kind: 'enum', values: this.list(() => this.text()) };
      if (head.upper === 'MAP') {
        const [key = unknown, value = unknown] = this.list(() => this.type());
        return { kind: 'map', key, value };
      }
    }
    return { kind: 'scalar', name: this.scalarName(head) };
  }

  private scalarName(head: Lexeme): string {
    let name = head.kind === 'quoted' ? head.raw : head.upper;
    if (this.peek() === '(') name += `(${this.list(() => this.text()).join(',')})`;
    while (/^(WITH|WITHOUT|TIME|ZONE|PRECISION|VARYING)$/.test(this.peek()))
      name += ` ${this.lexemes[this.at++]?.upper ?? ''}`;
    return name;
  }

  private field(): TypeField {
    const name = this.lexemes[this.at]?.name ?? '';
    this.at++;
    return { name, type: this.type() };
  }

  private text(): string {
    const lexeme = this.lexemes[this.at++];
    return lexeme?.kind === 'string' ? unquoteString(lexeme.raw) : (lexeme?.raw ?? '');
  }

  /** Reads `(a, b, …)`; the caller has seen the parenthesis. */
  private list<Item>(item: () => Item): Item[] {
    const items: Item[] = [];
    this.at++;
    do items.push(item());
    while (this.accept(','));
    if (!this.accept(')')) this.failed = true;
    return items;
  }

  private peek(): string {
    return this.lexemes[this.at]?.upper ?? '';
  }

  private accept(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at++;
    return true;
  }
}
