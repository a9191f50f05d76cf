import { z } from 'zod';
import type { CatalogView } from '../../catalog-view.ts';
import { findColumnPath } from '../../column-paths.ts';
import { datasetField, dayField } from '../../fields.ts';
import { dayFields, keepField } from '../events/event-fields.ts';

/** The form of offers: the system datasets of offer decisioning, whose columns are always called the same. */
export const offerInput = z.object({
  decisions: datasetField({
    title: 'Decision events',
    description: 'The dataset of propositions made, such as ode_decisionevents_…_decision.',
  }),
  offers: datasetField({
    title: 'Personalised offers',
    description: 'The repository of offers, such as decision_object_repository_personalized_offers.',
  }),
  placements: datasetField({
    title: 'Placements',
    description: 'The repository of places that show offers, such as decision_object_repository_placements.',
  }),
  liveOn: dayField({ title: 'Live on', description: 'The day on which offers are looked at; empty is today.' }),
  ...dayFields(),
  saveAs: keepField('the offers proposed, one in each row,'),
});

export type OfferInput = z.output<typeof offerInput>;

/** Where the system datasets keep what is read. */
export const offerPaths = {
  details: '_experience.decisioning.propositionDetails',
  name: '_experience.decisioning.name',
  status: '_experience.decisioning.lifecycleStatus',
  start: '_experience.decisioning.calendarConstraints.startDate',
  end: '_experience.decisioning.calendarConstraints.endDate',
  priority: '_experience.decisioning.ranking.priority',
  contents: '_experience.decisioning.contents',
  channel: '_experience.decisioning.channelID',
} as const;

/** The datasets that have the columns which tell them apart. */
export function suggestOffers({ datasets }: CatalogView): Partial<z.input<typeof offerInput>> {
  const having = (path: string) => datasets.find(({ columns }) => findColumnPath(columns, path) !== undefined)?.label;
  const decisions = having(offerPaths.details);
  const offers = having(offerPaths.start);
  const placements = having(offerPaths.channel);
  return {
    ...(decisions !== undefined && { decisions }),
    ...(offers !== undefined && { offers }),
    ...(placements !== undefined && { placements }),
  };
}
