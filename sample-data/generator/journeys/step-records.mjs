import { journeys, nodes } from './plans.mjs';

/** One event for each step a person takes in a journey. */
export function stepRecords(entries, ids) {
  return entries
    .flatMap(({ customer, journey, steps }, index) =>
      steps.map(([node, time, error], step) => ({
        _id: `step-${String(index + 1).padStart(5, '0')}-${step + 1}`,
        timestamp: new Date(time).toISOString(),
        _experience: {
          journeyOrchestration: {
            stepEvents: stepEvents(
              { customer, journey, node, error, index, isLast: step === steps.length - 1 },
              ids[journey.key],
            ),
          },
        },
      })),
    )
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : a._id < b._id ? -1 : 1));
}

/** The names behind the identifiers of journeys, actions and messages. */
export function entityRecords(ids) {
  return journeys.flatMap(({ key, name, subjects }) =>
    ['first', 'reminder'].map((which, index) => ({
      _id: `entity-${key}-${which}`,
      timestamp: '2026-03-30T08:00:00.000Z',
      _experience: {
        customerJourneyManagement: {
          entities: {
            journey: {
              journeyVersionID: ids[key].version,
              journeyActionID: ids[key][which].action,
              journeyActionName: nodes[which][0],
              journeyName: name,
            },
            channelDetails: {
              messageID: ids[key][which].message,
              channel: { _id: 'https://ns.adobe.com/xdm/channels/email' },
              template: 'plain',
              email: { subject: subjects[index] },
            },
          },
        },
      },
    })),
  );
}

function stepEvents({ customer, journey, node, error, index, isLast }, ids) {
  const [nodeName, nodeType] = nodes[node];
  const action = ids[node] && {
    actionID: ids[node].action,
    actionName: nodeName,
    actionType: 'email',
    ...(error && { actionExecutionErrorCode: error }),
  };
  return {
    journeyVersionID: ids.version,
    journeyVersionName: journey.name,
    nodeID: `${journey.key}-${node}`,
    nodeName,
    nodeType,
    ...action,
    journeyNodeProcessed: true,
    profileID: customer.id,
    instanceID: `instance-${String(index + 1).padStart(5, '0')}`,
    interrupted: error !== undefined && isLast,
  };
}
