import { StillhouseError } from '../core/error.ts';
import type { Lesson } from './contract.ts';
import { aFunnelInOrder } from './explore/a-funnel-in-order.ts';
import { basketsAndLift } from './enrich/baskets-and-lift.ts';
import { honestNps } from './enrich/honest-nps.ts';
import { rfmSegments } from './enrich/rfm-segments.ts';
import { profileATable } from './explore/profile-a-table.ts';
import { visitsAndCredit } from './explore/visits-and-credit.ts';
import { whoComesBack } from './explore/who-comes-back.ts';

/** Every lesson, in the order in which they are best read. */
export const lessons: readonly Lesson[] = [
  profileATable,
  aFunnelInOrder,
  whoComesBack,
  visitsAndCredit,
  rfmSegments,
  honestNps,
  basketsAndLift,
];

/** The lesson of an id. Throws `input-invalid` for one that does not exist. */
export function lessonById(id: string): Lesson {
  const found = lessons.find((lesson) => lesson.id === id);
  if (found !== undefined) return found;
  throw new StillhouseError('input-invalid', `There is no lesson "${id}".`, {
    remedy: `The lessons are: ${lessons.map((lesson) => lesson.id).join(', ')}.`,
  });
}
