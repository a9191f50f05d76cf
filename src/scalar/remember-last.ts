/** The same function, which does not compute again what it was asked last: SQL mostly passes constants. */
export function rememberLast<Result>(compute: (key: string) => Result): (key: string) => Result {
  let last: { readonly key: string; readonly result: Result } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, result: compute(key) };
    return last.result;
  };
}
