import { StillhouseError } from '../core/error.ts';

/** What the macros of a name stand for. */
export interface NameFacts {
  readonly title: string;
  readonly dataset: string;
  /** The moment of the send; names show it in UTC. */
  readonly now: Date;
  /** Tells this send from all others. */
  readonly mark: string;
  /** From 0. */
  readonly part: number;
  /** Rows of this file. */
  readonly rows: number;
}

/** The macros that a name may hold, with what they stand for. */
export const nameMacros: Readonly<Record<string, string>> = {
  audience: 'the title of the send',
  dataset: 'the name of the dataset',
  date: 'the day in UTC: {date} is 2026-12-31, {date:YYYYMMDD} 20261231',
  time: 'the time in UTC: {time} is 235959, {time:HH-mm} 23-59',
  timestamp: 'both: {timestamp} is 20261231235959, {timestamp:YYYYMMDDHHmm} 202612312359',
  part: 'the number of the file, the format showing the first: {part} counts 1, 2, {part:00000} 00000, 00001',
  rows: 'the number of rows in the file',
  send: 'a mark of its own for each send',
};

/** The layout in which Adobe Experience Platform exports datasets: a folder a dataset and a run, files numbered from 0. */
export const adobeName = '{dataset}/exportTime={timestamp:YYYYMMDDHHmm}/part-{part:00000}-tid-{send}.c000';

/** What a destination allows in names. */
export interface NameRules {
  /** Whether `/` makes folders; otherwise it becomes `-`. */
  readonly folders: boolean;
  /** Bytes of UTF-8 that the whole name may have. */
  readonly longest: number;
}

/** Object stores and file servers: below the 1,024 bytes of Amazon S3, with room for the destination’s own folder. */
export const storeRules: NameRules = { folders: true, longest: 900 };

/** Says what is wrong with a name with macros; `undefined` where nothing is. */
export function nameProblem(template: string): string | undefined {
  const unknown = [...template.matchAll(/\{([^{}:]*)(?::[^{}]*)?\}/g)].find(
    ([, name]) => !Object.hasOwn(nameMacros, name ?? ''),
  );
  if (unknown !== undefined)
    return `There is no ${unknown[0]}. Use ${Object.keys(nameMacros)
      .map((name) => `{${name}}`)
      .join(', ')}.`;
  if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) return 'A brace is not closed.';
  return undefined;
}

/**
 * The name of one file: macros filled in, `extension` added, made safe. Where several files are made of a name without
 * `{part}`, it is put at the end. Throws `input-invalid` for a name that cannot be used.
 */
export function expandName(
  template: string,
  facts: NameFacts,
  { extension, several, rules }: { readonly extension: string; readonly several: boolean; readonly rules: NameRules },
): string {
  const problem = nameProblem(template);
  if (problem !== undefined)
    throw new StillhouseError('input-invalid', `The name “${template}” cannot be used.`, { remedy: problem });
  const complete = several && !/\{part\b/.test(template) ? `${template}-{part}` : template;
  const filled = complete.replaceAll(/\{([a-z]+)(?::([^{}]*))?\}/g, (_, name: string, format?: string) =>
    macroText(name, format, facts),
  );
  return safeName(`${filled}.${extension}`, rules);
}

/** A name that every file system and object store takes, with no way out of its folder. Throws `input-invalid` when too long. */
export function safeName(name: string, rules: NameRules): string {
  const slashed = name.normalize('NFC').replaceAll('\\', '/');
  const segments = (rules.folders ? slashed.split('/') : [slashed.replaceAll('/', '-')])
    .map((segment) =>
      segment
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '-')
        .trim()
        .replace(/^\.+|\.+$/g, ''),
    )
    .filter((segment) => segment !== '');
  const safe = segments.join('/');
  if (safe === '')
    throw new StillhouseError('input-invalid', 'Nothing is left of the file name.', {
      remedy: 'Give it letters or digits.',
    });
  const length = new TextEncoder().encode(safe).length;
  if (length <= rules.longest) return safe;
  throw new StillhouseError('input-invalid', `A file name of ${length} bytes is too long.`, {
    remedy: `The destination allows ${rules.longest}.`,
  });
}

function macroText(name: string, format: string | undefined, facts: NameFacts): string {
  switch (name) {
    case 'audience':
      return oneSegment(facts.title);
    case 'dataset':
      return oneSegment(facts.dataset);
    case 'date':
      return momentText(facts.now, format ?? 'YYYY-MM-DD');
    case 'time':
      return momentText(facts.now, format ?? 'HHmmss');
    case 'timestamp':
      return momentText(facts.now, format ?? 'YYYYMMDDHHmmss');
    case 'part':
      return partText(facts.part, format ?? '1');
    case 'rows':
      return String(facts.rows);
    default:
      return oneSegment(facts.mark);
  }
}

/** What a macro gives never makes a folder. */
function oneSegment(text: string): string {
  return text.replaceAll(/[/\\]/g, '-');
}

function partText(part: number, first: string): string {
  const start = /^[0-9]+$/.test(first) ? Number(first) : 1;
  return String(start + part).padStart(first.length, '0');
}

function momentText(moment: Date, format: string): string {
  const [day = '', time = ''] = moment.toISOString().split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const [hour = '', minute = '', second = ''] = time.split(/[:.]/);
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    MM: month,
    DD: dayOfMonth,
    HH: hour,
    mm: minute,
    ss: second,
  };
  return oneSegment(format.replaceAll(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part] ?? part));
}
