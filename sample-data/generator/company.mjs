import { makeAbTest } from './ab-test.mjs';
import { makeCancellations } from './cancellations.mjs';
import { makeBusinessContacts } from './chapters/business-contacts.mjs';
import { makeCheckouts } from './chapters/checkouts.mjs';
import { makeConversions } from './chapters/conversions.mjs';
import { makeCrmNames } from './chapters/crm-names.mjs';
import { makeHealth } from './chapters/health.mjs';
import { makeIdentities } from './chapters/identities.mjs';
import { makeInteractions } from './chapters/interactions.mjs';
import { makeLoyalty } from './chapters/loyalty.mjs';
import { makeProfiles } from './chapters/profiles.mjs';
import { makeClickstream } from './clickstream/clickstream.mjs';
import { makeDuplicates } from './duplicates.mjs';
import { makeEngagement } from './engagement.mjs';
import { makeJourneys } from './journeys/journeys.mjs';
import { makeLifetime } from './lifetime.mjs';
import { makeLoans } from './loans.mjs';
import { makeOffers } from './offers.mjs';
import { makePreferences } from './preferences.mjs';
import { makeReviews } from './reviews.mjs';
import { makeShop } from './shop.mjs';
import { makeSpend } from './spend.mjs';
import { makeSubscriptions } from './subscriptions.mjs';
import { makeSurvey } from './survey.mjs';

const families = [
  makeJourneys,
  makeOffers,
  makeSurvey,
  makeSubscriptions,
  makeDuplicates,
  makeLifetime,
  makeSpend,
  makeReviews,
  makePreferences,
  makeLoans,
  makeAbTest,
  makeCancellations,
  makeEngagement,
  makeBusinessContacts,
  makeCheckouts,
  makeConversions,
  makeCrmNames,
  makeHealth,
  makeIdentities,
  makeInteractions,
  makeLoyalty,
  makeProfiles,
];

/** Every file of the company by its name, and the truths of each file that has some. */
export function makeCompany() {
  const shop = makeShop();
  const clickstream = makeClickstream(shop);
  const made = families.map((make) => make({ ...shop, visitors: clickstream.visitors }));
  const parts = [shop, clickstream, ...made];
  return {
    files: Object.assign({}, ...parts.map(({ files }) => files)),
    truths: Object.assign({}, ...parts.map(({ truths }) => truths)),
  };
}
