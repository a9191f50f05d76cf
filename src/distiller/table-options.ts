import type { Option, QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import { requireDataset } from './datasets.ts';
import { keepDeclaration } from './declaration-store.ts';
import { declare, declarationsOf, subjectOf } from './declarations.ts';
import type { Place } from './place.ts';
import { markIfProfile } from './profiles.ts';

const keptOptions = new Set(['schema', 'label', 'distribution', 'type', 'account']);

/** Clauses of Spark that come as options. */
const sparkClauses: Readonly<Partial<Record<string, string>>> = {
  using: 'USING',
  location: 'LOCATION',
  partitioned_by: 'PARTITIONED BY',
};

/** Whether any option is kept with the table, which no transaction allows. */
export function hasKeptOptions(options: readonly Option[]): boolean {
  return options.some(({ key }) => keptOptions.has(key));
}

/** Keeps what WITH says of a table; what has no meaning here is told in sentences. */
export async function declareOptions(
  name: QualifiedName,
  options: readonly Option[],
  place: Place,
): Promise<readonly string[]> {
  const kept = options.filter(({ key }) => keptOptions.has(key));
  if (kept.length > 0) {
    const dataset = await requireDataset(name, place);
    const subject = subjectOf(dataset);
    await declare(place, async (writer) => {
      for (const { key, value, arguments: given } of kept) {
        const whole = given === undefined ? value : `${value}(${given.join(', ')})`;
        const declaration = { kind: 'option', key, value: whole } as const;
        await keepDeclaration(writer, { id: `option:${key}`, subject, name: undefined, declaration });
      }
      await markIfProfile(writer, dataset);
    });
  }
  return [...options.flatMap(({ key, value }) => noticeOf(key, value)), ...(await profileNotice(kept, name, place))];
}

function noticeOf(key: string, value: string): readonly string[] {
  if (key === 'rowvalidation')
    return [`rowvalidation = ${value} has no effect here: rows are always checked as they are written.`];
  if (key === 'distribution') return ['DISTRIBUTION is kept with the table: on one machine it changes nothing.'];
  if (sparkClauses[key] !== undefined) return [`${sparkClauses[key]} says how a lake stores a table: it was left out.`];
  if (key === 'comment') return ['COMMENT of a table is not kept: it was left out.'];
  return keptOptions.has(key) ? [] : [`WITH has no option “${key}”: it was left out.`];
}

async function profileNotice(kept: readonly Option[], name: QualifiedName, place: Place): Promise<readonly string[]> {
  if (!kept.some(({ key, value }) => key === 'label' && value.toUpperCase() === 'PROFILE')) return [];
  const dataset = await requireDataset(name, place);
  const identities = await declarationsOf(['identity'], place);
  if (identities.some((one) => one.dataset.id === dataset.id && one.declaration.primary)) return [];
  return [
    `The label PROFILE counts once “${dataset.name}” has a primary identity: ALTER TABLE ${dataset.name} ADD CONSTRAINT PRIMARY IDENTITY (column) NAMESPACE 'Email'.`,
  ];
}
