/**
 * The type a column arrives with: streamed results cannot carry ENUM, BIT, UHUGEINT, VARIANT, TIMETZ and BIGNUM, at any
 * depth, which come as VARCHAR instead. Quoted field names are left alone.
 */
export function carriedType(sqlType: string): string {
  return sqlType.replace(
    /"(?:[^"]|"")*"|ENUM\((?:'(?:[^']|'')*'(?:, )?)*\)|\b(?:BIT|UHUGEINT|VARIANT|TIME WITH TIME ZONE|BIGNUM)\b/g,
    (part) => (part.startsWith('"') ? part : 'VARCHAR'),
  );
}
