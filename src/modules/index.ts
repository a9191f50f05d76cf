import { StillhouseError } from '../core/error.ts';
import type { GuidedModule } from './contract.ts';
import { baskets } from './enrich/baskets/baskets.ts';
import { clv } from './enrich/clv/clv.ts';
import { deciles } from './enrich/deciles/deciles.ts';
import { nps } from './enrich/nps/nps.ts';
import { nextPurchase } from './enrich/next-purchase/next-purchase.ts';
import { preferences } from './enrich/preferences/preferences.ts';
import { profileAttributes } from './enrich/profile-attributes/profile-attributes.ts';
import { propensityFeatures } from './enrich/propensity/propensity-features.ts';
import { rfm } from './enrich/rfm/rfm.ts';
import { customer360 } from './explore/customer-360/customer-360.ts';
import { engagement } from './explore/engagement/engagement.ts';
import { featureUsage } from './explore/feature-usage/feature-usage.ts';
import { flattenEvents } from './explore/flatten-events/flatten-events.ts';
import { funnel } from './explore/funnel/funnel.ts';
import { journeyMessages } from './explore/journey-messages/journey-messages.ts';
import { offers } from './explore/offers/offers.ts';
import { profileTable } from './explore/profile-table.ts';
import { timeBetween } from './explore/time-between/time-between.ts';
import { webAnalytics } from './explore/web-analytics/web-analytics.ts';
import { retention } from './explore/retention/retention.ts';
import { anonymity } from './privacy/anonymity/anonymity.ts';
import { differential } from './privacy/differential/differential.ts';
import { encryptColumns } from './privacy/encrypt/encrypt.ts';
import { findPersonalData } from './privacy/find/find-personal-data.ts';
import { mask } from './privacy/mask/mask.ts';
import { randomisedResponse } from './privacy/randomised-response/randomised-response.ts';

/** Every module, in the order in which they are offered. */
export const modules: readonly GuidedModule[] = [
  profileTable,
  funnel,
  retention,
  engagement,
  featureUsage,
  timeBetween,
  webAnalytics,
  journeyMessages,
  offers,
  flattenEvents,
  customer360,
  rfm,
  deciles,
  nps,
  preferences,
  nextPurchase,
  propensityFeatures,
  baskets,
  profileAttributes,
  clv,
  mask,
  anonymity,
  differential,
  randomisedResponse,
  encryptColumns,
  findPersonalData,
];

/** The module of an id. Throws `input-invalid` for one that does not exist. */
export function moduleById(id: string): GuidedModule {
  const found = modules.find((module) => module.id === id);
  if (found !== undefined) return found;
  throw new StillhouseError('input-invalid', `There is no module "${id}".`, {
    remedy: `The modules are: ${modules.map((module) => module.id).join(', ')}.`,
  });
}
