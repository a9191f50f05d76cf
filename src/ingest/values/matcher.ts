const compiled = new Map<string, RegExp>();

/** A pattern as an expression for whole texts; each is compiled once. */
export function matcher(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(`^(?:${pattern})$`);
    compiled.set(pattern, expression);
  }
  return expression;
}
