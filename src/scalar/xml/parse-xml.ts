import { StillhouseError } from '../../core/error.ts';

/** A node as XPath sees it. `root` is what stands above the outermost element. */
export type XmlNode = XmlElement | XmlLeaf;

export interface XmlElement {
  readonly kind: 'root' | 'element';
  readonly name: string;
  readonly parent: XmlElement | undefined;
  readonly attributes: XmlLeaf[];
  readonly children: XmlNode[];
}

export interface XmlLeaf {
  readonly kind: 'attribute' | 'text';
  readonly name: string;
  readonly parent: XmlElement;
  readonly value: string;
}

const tokenShape =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attributeShape = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The tree of an XML document, without entities of its own. Throws `sql-value` for a text that is none. */
export function parseXml(text: string): XmlElement {
  const root = element('root', '', undefined);
  let open = root;
  let end = 0;
  for (const match of text.matchAll(tokenShape)) {
    const [whole, data, closing, opening, attributes = '', empty, plain] = match;
    end = match.index + whole.length;
    if (plain !== undefined || data !== undefined) {
      addText(open, data ?? decodeEntities(plain ?? ''), text);
    } else if (closing !== undefined) {
      if (closing !== open.name || open.parent === undefined) throw wrongXml(text);
      open = open.parent;
    } else if (opening !== undefined) {
      const started = element('element', opening, open);
      for (const [, name = '', one, other] of attributes.matchAll(attributeShape)) {
        started.attributes.push({
          kind: 'attribute',
          name,
          parent: started,
          value: decodeEntities(one ?? other ?? ''),
        });
      }
      open.children.push(started);
      if (empty === '') open = started;
    }
  }
  if (end !== text.length || open !== root || root.children.length !== 1) throw wrongXml(text);
  return root;
}

function element(kind: 'root' | 'element', name: string, parent: XmlElement | undefined): XmlElement {
  return { kind, name, parent, attributes: [], children: [] };
}

function addText(parent: XmlElement, value: string, text: string): void {
  if (parent.kind === 'element') parent.children.push({ kind: 'text', name: '', parent, value });
  else if (value.trim() !== '') throw wrongXml(text);
}

const named: Readonly<Partial<Record<string, string>>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (written, hexadecimal?: string, decimal?: string, name?: string) => {
      if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[name ?? ''] ?? written;
    },
  );
}

const wrongXml = (text: string) =>
  new StillhouseError('sql-value', `This is no well-formed XML: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`);

/** The text of a node and of everything in it. */
export function stringValue(node: XmlNode): string {
  return 'value' in node ? node.value : node.children.map(stringValue).join('');
}
