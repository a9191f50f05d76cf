/** `#name` or `` #`a name` ``. */
export const templatePattern = /#(?:([\p{L}_][\p{L}\p{N}\p{M}_]*)|`((?:[^`\n]|``)+)`)/uy;

/** What may stand behind a saved query's name at the beginning of a line; words of a sentence may not. */
export const behindTemplate =
  /[^\S\n]*(?:$|\n|;|\)|,[^\S\n]*(?:\n|$)|[=<>+*|]|!=|--|\/\*|(?:AND|OR|AS|IS|IN|NOT|LIKE|BETWEEN|THEN|ELSE|END|UNION|EXCEPT|INTERSECT|MINUS|WHERE|GROUP|HAVING|ORDER|LIMIT)\b)/iy;

/** The name of the saved query that is named at a position, and where the reference ends. */
export function templateAt(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  templatePattern.lastIndex = at;
  const found = templatePattern.exec(text);
  const name = found?.[1] ?? found?.[2]?.replaceAll('``', '`');
  return name === undefined ? undefined : { name, end: templatePattern.lastIndex };
}

/** Whether a line that begins with `#` begins with a saved query's name; else it is a comment. */
export function beginsWithTemplate(text: string, at: number): boolean {
  const found = templateAt(text, at);
  if (found === undefined) return false;
  behindTemplate.lastIndex = found.end;
  return behindTemplate.test(text);
}
