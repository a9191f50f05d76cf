import { z } from 'zod';
import { type CatalogDataset, type CatalogView } from '../../catalog-view.ts';
import { findColumnPath } from '../../column-paths.ts';
import { datasetField } from '../../fields.ts';
import { dayFields, keepField } from '../events/event-fields.ts';

/** The form of messages and journeys: the system datasets, whose columns are always called the same. */
export const journeyInput = z.object({
  feedback: datasetField({
    title: 'Message feedback',
    description: 'The dataset of what happened to messages, such as ajo_message_feedback_event_dataset.',
  }),
  tracking: datasetField({
    title: 'Message tracking',
    description: 'The dataset of opens and clicks, such as ajo_email_tracking_experience_event_dataset.',
  }),
  steps: datasetField({
    title: 'Journey steps',
    description: 'The dataset of steps of people in journeys, such as journey_step_events.',
  }),
  entities: datasetField({
    title: 'Names',
    description: 'The dataset with the names of journeys and messages, such as ajo_entity_dataset.',
  }),
  ...dayFields(),
  saveAs: keepField('the messages with what became of them'),
});

export type JourneyInput = z.output<typeof journeyInput>;

const management = '_experience.customerJourneyManagement';

/** Where the system datasets keep what is read. */
export const journeyPaths = {
  time: 'timestamp',
  execution: `${management}.messageExecution.messageExecutionID`,
  message: `${management}.messageExecution.messageID`,
  status: `${management}.messageDeliveryfeedback.feedbackStatus`,
  reason: `${management}.messageDeliveryfeedback.messageFailure.reason`,
  failureType: `${management}.messageDeliveryfeedback.messageFailure.type`,
  address: `${management}.emailChannelContext.address`,
  interaction: `${management}.messageInteraction.interactionType`,
  journeyName: `${management}.entities.journey.journeyName`,
  actionName: `${management}.entities.journey.journeyActionName`,
  subject: `${management}.entities.channelDetails.email.subject`,
  entityMessage: `${management}.entities.channelDetails.messageID`,
  node: '_experience.journeyOrchestration.stepEvents.nodeID',
} as const;

/** The datasets that have the columns which tell them apart. */
export function suggestJourneys({ datasets }: CatalogView): Partial<z.input<typeof journeyInput>> {
  const having = (path: string): CatalogDataset | undefined =>
    datasets.find(({ columns }) => findColumnPath(columns, path) !== undefined);
  const found = {
    feedback: having(journeyPaths.status),
    tracking: having(journeyPaths.interaction),
    steps: having(journeyPaths.node),
    entities: having(journeyPaths.entityMessage),
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, dataset]): [string, string][] =>
      dataset === undefined ? [] : [[name, dataset.label]],
    ),
  );
}
