import { uniqueName } from '../core/names.ts';
import type { FlattenChoice, FlattenOutput } from './choice.ts';
import type { PathStep } from './paths.ts';

/** The names of the columns of the result, in order: that of an item's position, where there is one, comes last. */
export function outputNames({ outputs, explode }: FlattenChoice): readonly string[] {
  const wanted = outputs.map(wantedName);
  if (explode?.position === true) wanted.push(`${pathName(explode.list.steps)}_position`);
  return wanted.reduce<string[]>((names, name) => [...names, uniqueName(name, names)], []);
}

function wantedName({ path, form, name }: FlattenOutput): string {
  if (name !== undefined && name !== '') return name;
  return form === 'count' ? `${pathName(path.steps)}_count` : pathName(path.steps);
}

/** `commerce.order.total` becomes `commerce_order_total`; the items of a list have the list's name. */
function pathName(steps: readonly PathStep[]): string {
  return steps.flatMap((step) => (step.kind === 'field' ? [step.name] : [])).join('_');
}
