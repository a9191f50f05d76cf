import { type DataType } from '../../translate/typed.ts';
import { decimal } from '../../translate/decimal.ts';

/** What a number format such as `$999,990.99` reads: the decimal that holds it, and the shape of its texts. */
export interface NumberFormat {
  readonly type: DataType;
  readonly shape: string;
  readonly hasSignBehind: boolean;
}

/** Takes a format of `9`, `0`, `.` or D, `,` or G, with `$`, and S or MI in front or behind, apart; `undefined` for any other. */
export function readNumberFormat(format: string): NumberFormat | undefined {
  const found = /^(S|MI)?(\$?)((?:[09]+[,G])*[09]*)(?:[.D]([09]*))?(S|MI)?$/i.exec(format);
  if (found === null) return undefined;
  const [, sign, dollar, whole = '', fraction = '', last] = found;
  if (sign !== undefined && last !== undefined) return undefined;
  const groups = whole.split(/[,G]/i).map((group) => group.length);
  const digits = groups.reduce((sum, length) => sum + length, 0);
  if (digits + fraction.length === 0) return undefined;
  const behind = fraction === '' ? '\\.?' : `(?:\\.\\d{0,${fraction.length}})?`;
  return {
    type: decimal(digits + fraction.length, fraction.length),
    shape: `^\\s*${signShape(sign)}${dollar === '' ? '' : '\\$'}(?:${wholeShapes(groups)})${behind}${signShape(last)}\\s*$`,
    hasSignBehind: last !== undefined,
  };
}

function signShape(sign: string | undefined): string {
  if (sign === undefined) return '';
  return sign.toUpperCase() === 'S' ? '[+-]?' : '-?';
}

/** A number may begin in any group: `12,345` and `345` both fit `99,999`. */
function wholeShapes(groups: readonly number[]): string {
  return groups
    .map(
      (first, at) =>
        `\\d{${at === groups.length - 1 ? 0 : 1},${first}}${groups
          .slice(at + 1)
          .map((length) => `,\\d{${length}}`)
          .join('')}`,
    )
    .join('|');
}
