/** A JSON value with its numbers as they were written and every field of its objects, repeated ones too. */
export type Json = string | boolean | null | JsonNumber | readonly Json[] | JsonObject;

export interface JsonNumber {
  readonly number: string;
}

export interface JsonObject {
  readonly fields: readonly (readonly [name: string, value: Json])[];
}

export const isNumber = (json: Json): json is JsonNumber =>
  typeof json === 'object' && json !== null && 'number' in json;
export const isObject = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && 'fields' in json;
export const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

/** How deep values may lie in each other. */
const deepest = 1000;

const numberShape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainShape = /[^"\\]*/y;
const blank = /[ \t\r\n]*/y;
const escapes: Readonly<Partial<Record<string, string>>> = {
  ...{ '"': '"', "'": "'", '\\': '\\', '/': '/' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  /** The whole text as one value; `undefined` where it is none. */
  whole(): Json | undefined {
    const value = this.value(0);
    this.skipBlank();
    return this.at === this.text.length ? value : undefined;
  }

  private value(depth: number): Json | undefined {
    this.skipBlank();
    switch (this.text[this.at]) {
      case '{':
        return depth < deepest ? this.object(depth) : undefined;
      case '[':
        return depth < deepest ? this.list(depth) : undefined;
      case '"':
        return this.string('"');
      case "'":
        return this.string("'");
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(depth: number): Json | undefined {
    const fields: [string, Json][] = [];
    this.at++;
    if (this.takes('}')) return { fields };
    do {
      this.skipBlank();
      const quote = this.text[this.at];
      const name = quote === '"' || quote === "'" ? this.string(quote) : undefined;
      if (name === undefined || !this.takes(':')) return undefined;
      const value = this.value(depth + 1);
      if (value === undefined) return undefined;
      fields.push([name, value]);
    } while (this.takes(','));
    return this.takes('}') ? { fields } : undefined;
  }

  private list(depth: number): Json | undefined {
    const items: Json[] = [];
    this.at++;
    if (this.takes(']')) return items;
    do {
      const value = this.value(depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
    } while (this.takes(','));
    return this.takes(']') ? items : undefined;
  }

  private string(quote: string): string | undefined {
    let text = '';
    this.at++;
    for (;;) {
      if (quote === '"') text += this.match(plainShape) ?? '';
      const character = this.text[this.at++];
      if (character === undefined) return undefined;
      if (character === quote) return text;
      if (character !== '\\') {
        text += character;
        continue;
      }
      const escaped = this.escape();
      if (escaped === undefined) return undefined;
      text += escaped;
    }
  }

  private escape(): string | undefined {
    const letter = this.text[this.at++] ?? '';
    if (letter !== 'u') return escapes[letter];
    const digits = this.text.slice(this.at, this.at + 4);
    this.at += 4;
    return /^[0-9a-fA-F]{4}$/.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : undefined;
  }

  private number(): Json | undefined {
    const number = this.match(numberShape);
    return number === undefined ? undefined : { number };
  }

  private word<Value extends Json>(word: string, value: Value): Value | undefined {
    if (!this.text.startsWith(word, this.at)) return undefined;
    this.at += word.length;
    return value;
  }

  private takes(character: string): boolean {
    this.skipBlank();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipBlank(): void {
    blank.lastIndex = this.at;
    blank.test(this.text);
    this.at = blank.lastIndex;
  }

  private match(shape: RegExp): string | undefined {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/**
 * Reads JSON as Spark does: texts may stand in single quotes and hold control characters. `undefined` for anything that is not
 * one JSON value, or one that lies more than 1,000 deep.
 */
export function parseJson(text: string): Json | undefined {
  return new Reader(text).whole();
}
