const named: Readonly<Partial<Record<string, string>>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001a',
  // LIKE patterns read these two themselves.
  '%': '\\%',
  _: '\\_',
};

const escape = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([01][0-7]{2})|([^]))|(['"])\5/gu;

/** What stands between a Spark string's quotes, with back-slashes and doubled quotes resolved. */
export function resolveEscapes(body: string, quote: string): string {
  if (!body.includes('\\') && !body.includes(quote)) return body;
  return body.replace(
    escape,
    (whole, short?: string, long?: string, octal?: string, character?: string, doubled?: string) => {
      if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
      if (long !== undefined) return codePoint(parseInt(long, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      if (character !== undefined) return named[character] ?? character;
      return doubled === quote ? quote : whole;
    },
  );
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
