import { isList, isObject, type Json } from './parse-json.ts';
import { jsonText } from './json-text.ts';

/** A step of a path: the field of an object, an item of an array, all items, or a wildcard over fields, which finds nothing. */
type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'items' }
  | { readonly kind: 'fields' };

/** How texts are written: bare, in quotes, or with the items of arrays put into the array around them. */
type Style = 'raw' | 'quoted' | 'flatten';

const stepShape = /\.\*|\['\*'\]|\.([^.[]+)|\['([^'?]+)'\]|\[\*\]|\[(\d+)\]/y;

/** The steps of a path such as `$.a[0].b[*]`; `undefined` where it is none (`JsonPathParser` of Spark). */
export function parsePath(path: string): readonly Step[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  let at = 1;
  while (at < path.length) {
    stepShape.lastIndex = at;
    const match = stepShape.exec(path);
    if (match === null) return undefined;
    const [whole, dotted, quoted, index] = match;
    const name = dotted ?? quoted;
    if (name !== undefined) steps.push({ kind: 'field', name });
    else if (index !== undefined) steps.push({ kind: 'item', index: Number(index) });
    else steps.push({ kind: whole === '[*]' ? 'items' : 'fields' });
    at += whole.length;
  }
  return steps;
}

/** What stands at a path, as `get_json_object` of Spark writes it (`GetJsonObject.evaluatePath`); `null` for nothing. */
export function valueAtPath(json: Json, steps: readonly Step[]): string | null {
  const written: string[] = [];
  return evaluate(json, 'raw', steps, written) ? written.join(' ') : null;
}

/** Writes what the steps find, and says whether they found anything. */
function evaluate(json: Json, style: Style, steps: readonly Step[], out: string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return writeLeaf(json, style, out);
  if (step.kind === 'field' && isObject(json)) {
    return json.fields.some(
      ([name, value]) => name === step.name && value !== null && evaluate(value, style, rest, out),
    );
  }
  if (step.kind === 'item' && isList(json)) {
    const item = json[step.index];
    if (item === undefined) return false;
    return evaluate(item, rest[0]?.kind === 'items' ? 'quoted' : style, rest, out);
  }
  if (step.kind === 'items' && isList(json)) return evaluateItems(json, style, rest, out);
  return false;
}

function writeLeaf(json: Json, style: Style, out: string[]): boolean {
  if (style === 'raw' && typeof json === 'string') {
    out.push(json);
    return true;
  }
  if (style === 'flatten' && isList(json)) {
    let found = false;
    for (const item of json) if (writeLeaf(item, style, out)) found = true;
    return found;
  }
  out.push(jsonText(json));
  return true;
}

/** A single find of a wildcard comes without the brackets, unless an array is around it already. */
function evaluateItems(items: readonly Json[], style: Style, rest: readonly Step[], out: string[]): boolean {
  const isDouble = rest[0]?.kind === 'items';
  const next = isDouble ? rest.slice(1) : rest;
  const inner: Style = isDouble || style === 'flatten' ? 'flatten' : 'quoted';
  const found: string[] = [];
  let count = 0;
  for (const item of items) if (evaluate(item, inner, next, found)) count++;
  if (isDouble || style === 'quoted') out.push(`[${found.join(',')}]`);
  else if (count > 0) out.push(count > 1 ? `[${found.join(',')}]` : found.join(','));
  return count > 0;
}
