import { ownDescriptionLines } from './description-lines.ts';

/** What a function does, in our words, with an example. */
export interface OwnDescription {
  readonly description: string;
  readonly example: string;
}

const byName: ReadonlyMap<string, OwnDescription> = new Map(
  ownDescriptionLines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', description = '', example = ''] = line.trim().split(' | ');
      return [name, { description, example }];
    }),
);

/** Our description of a function, for those that the engine does not describe itself. */
export function ownDescription(name: string): OwnDescription | undefined {
  const known = byName.get(name);
  if (known !== undefined) return known;
  const aggregate = /^list_(\w+)$/.exec(name)?.[1];
  if (aggregate === undefined) return undefined;
  return {
    description: `The aggregate function ${aggregate} over the items of a list.`,
    example: `${name}([1, 2, 2, 3])`,
  };
}
