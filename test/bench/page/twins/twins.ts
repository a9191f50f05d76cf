import { datasetTwins } from './datasets.ts';
import { nestedTwins } from './nested.ts';
import { peopleOverTime } from './people-over-time.ts';
import { purchaseTwins } from './purchases.ts';
import type { Twin } from './twin.ts';
import { webVisits } from './web-visits.ts';

/** A twin for every guide whose work is SQL. */
export const twins: readonly Twin[] = [...peopleOverTime, webVisits, ...purchaseTwins, ...nestedTwins, ...datasetTwins];
