const longestName = 900;

/** Why a relative path cannot be a file's name at a destination, as a sentence; `undefined` when it can. */
export function targetNameProblem(name: string): string | undefined {
  const bytes = new TextEncoder().encode(name).length;
  if (name === '') return 'A file needs a name.';
  if (bytes > longestName) return `The file name “${name.slice(0, 40)}…” is longer than ${longestName} bytes.`;
  if (/[\p{Cc}\\]/u.test(name)) return `The file name “${printable(name)}” holds a backslash or a control character.`;
  if (/\p{Cs}/u.test(name)) return `The file name “${printable(name)}” is not valid Unicode.`;
  const badPart = name.split('/').find((part) => part === '' || part === '.' || part === '..');
  if (badPart !== undefined) return `The file name “${name}” has a part “${badPart}”, which leads elsewhere.`;
  return undefined;
}

/** The first name that occurs twice; names that differ by case alone count as equal, as they do on many disks. */
export function repeatedName(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => {
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** The folder that all names share: `''`, or a path without its last slash. */
export function commonFolder(names: readonly string[]): string {
  const folders = names.map((name) => name.split('/').slice(0, -1));
  const [first = [], ...others] = folders;
  let shared = first.length;
  for (const other of others) {
    const different = first.findIndex((part, index) => part !== other[index]);
    if (different >= 0) shared = Math.min(shared, different);
  }
  return first.slice(0, shared).join('/');
}

function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, '·');
}
