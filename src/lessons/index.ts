import { StillhouseError } from '../core/error.ts';
import type { Lesson } from './contract.ts';
import { attributesForProfiles } from './enrich/attributes-for-profiles.ts';
import { basketsAndLift } from './enrich/baskets-and-lift.ts';
import { decilesOfLoyalty } from './enrich/deciles-of-loyalty.ts';
import { favouritesByState } from './enrich/favourites-by-state.ts';
import { honestNps } from './enrich/honest-nps.ts';
import { noPeeking } from './enrich/no-peeking.ts';
import { rfmSegments } from './enrich/rfm-segments.ts';
import { whatACustomerIsWorth } from './enrich/what-a-customer-is-worth.ts';
import { whenToWriteNext } from './enrich/when-to-write-next.ts';
import { aFunnelInOrder } from './explore/a-funnel-in-order.ts';
import { activeAndSticky } from './explore/active-and-sticky.ts';
import { featuresThatHold } from './explore/features-that-hold.ts';
import { flatFromNested } from './explore/flat-from-nested.ts';
import { howLongItTakes } from './explore/how-long-it-takes.ts';
import { journeysAndMessages } from './explore/journeys-and-messages.ts';
import { offersAndFallbacks } from './explore/offers-and-fallbacks.ts';
import { oneCustomer } from './explore/one-customer.ts';
import { profileATable } from './explore/profile-a-table.ts';
import { visitsAndCredit } from './explore/visits-and-credit.ts';
import { whoComesBack } from './explore/who-comes-back.ts';
import { whoCanBeRecognised } from './privacy/who-can-be-recognised.ts';

/** Every lesson, in the order in which they are best read. */
export const lessons: readonly Lesson[] = [
  profileATable,
  flatFromNested,
  aFunnelInOrder,
  howLongItTakes,
  whoComesBack,
  activeAndSticky,
  featuresThatHold,
  visitsAndCredit,
  journeysAndMessages,
  offersAndFallbacks,
  oneCustomer,
  rfmSegments,
  decilesOfLoyalty,
  honestNps,
  favouritesByState,
  basketsAndLift,
  whenToWriteNext,
  attributesForProfiles,
  noPeeking,
  whatACustomerIsWorth,
  whoCanBeRecognised,
];

/** The lesson of an id. Throws `input-invalid` for one that does not exist. */
export function lessonById(id: string): Lesson {
  const found = lessons.find((lesson) => lesson.id === id);
  if (found !== undefined) return found;
  throw new StillhouseError('input-invalid', `There is no lesson "${id}".`, {
    remedy: `The lessons are: ${lessons.map((lesson) => lesson.id).join(', ')}.`,
  });
}
