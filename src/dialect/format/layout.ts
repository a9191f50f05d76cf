const width = 100;
/** Clauses that move up beside their keyword when their content is a single line. */
const clauses =
  /^(SELECT|SELECT DISTINCT|WHERE|GROUP BY|HAVING|QUALIFY|WINDOW|ORDER BY|PARTITION BY|LIMIT|OFFSET|VALUES|SET|RETURNING|INSERT INTO|DO UPDATE SET)$/;
const joined: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/(^|\s)(UNION|UNION ALL|INTERSECT|EXCEPT)$/, /^BY NAME$/],
  [/ (DO|THEN)$/, /^UPDATE$/],
  [/(^| )UPDATE$/, /^SET$/],
  [/^ALTER TABLE /, /^(ADD|DROP|RENAME|ALTER) /],
  [/ INSERT$/, /^VALUES$/],
];

/** Draws together what the formatter spreads over many lines: `FROM t`, short brackets, `UNION ALL BY NAME`. */
export function compact(text: string): string {
  let lines = text.replace(/\s+(WHEN (?:NOT )?MATCHED\b)/g, '\n$1').split('\n');
  lines = joinPairs(lines);
  lines = pullUp(lines);
  for (;;) {
    const next = pullUp(collapseBrackets(lines));
    if (next.length === lines.length) return next.join('\n');
    lines = next;
  }
}

const indentOf = (line: string | undefined) => (line === undefined || line.trim() === '' ? 0 : line.search(/\S/));
const isComment = (line: string) => line.includes('--') || line.includes('/*');

function joinPairs(lines: readonly string[]): string[] {
  const result: string[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const fits =
      before !== undefined &&
      !isComment(before) &&
      joined.some(([first, second]) => first.test(before) && second.test(line.trim()));
    if (fits) result[result.length - 1] = `${before} ${line.trim()}`;
    else result.push(line);
  }
  return result;
}

/** `FROM` takes its first table up in any case, other clauses their content when it is one line. */
function pullUp(lines: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const content = lines[at + 1];
    const keyword = line.trim();
    const indent = indentOf(line);
    const opens = content !== undefined && indentOf(content) > indent && !/^\s*(--|\/\*)/.test(content);
    const single = indentOf(lines[at + 2]) <= indent;
    const endsInKeyword = /( UPDATE SET| INSERT VALUES)$/.test(keyword) && !isComment(keyword);
    if (opens && (keyword === 'FROM' || ((clauses.test(keyword) || endsInKeyword) && single))) {
      result.push(`${line.trimEnd()} ${content.trim()}`);
      at++;
    } else result.push(line);
  }
  return result;
}

/** Puts a bracket of a few lines that holds no query on one line where it fits. */
function collapseBrackets(lines: readonly string[]): string[] {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!/[([{]$/.test(line) || isComment(line)) continue;
    const close = lines.findIndex((other, index) => index > at && indentOf(other) <= indentOf(line));
    const inner = lines.slice(at + 1, close);
    const last = lines[close] ?? '';
    if (close < 0 || inner.length === 0 || !/^\s*[)\]}]/.test(last) || indentOf(last) !== indentOf(line)) continue;
    if (inner.some(isComment) || /^\s*(SELECT|FROM|WITH)\b/.test(inner[0] ?? '') || /^\s*CREATE\b/.test(line)) continue;
    const text = `${line}${inner.map((each) => each.trim()).join(' ')}${last.trim()}`;
    if (text.length <= width) return [...lines.slice(0, at), text, ...lines.slice(close + 1)];
  }
  return [...lines];
}
