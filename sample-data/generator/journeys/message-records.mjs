import { minute } from '../formats.mjs';

const byTime = (a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : a._id < b._id ? -1 : 1);
const emailChannel = { _id: 'https://ns.adobe.com/xdm/channels/email' };

/** Delivery events: a delay before some messages, and how each one ended. */
export function feedbackRecords(messages) {
  return messages
    .flatMap((message) => [
      ...(message.isDelayed ? [feedback(message, 'delay', message.time + minute)] : []),
      feedback(message, message.status, message.time + (message.isDelayed ? 30 : 1) * minute),
    ])
    .sort(byTime);
}

/** Opens, clicks and unsubscriptions. */
export function trackingRecords(messages) {
  return messages
    .flatMap((message) =>
      message.interactions.map(([interactionType, time], index) => ({
        _id: `${message.execution}-t${index + 1}`,
        timestamp: new Date(time).toISOString(),
        eventType: 'message.tracking',
        identityMap: identities(message),
        _experience: {
          customerJourneyManagement: {
            messageInteraction: { interactionType, offers: { offerCount: message.journey.key === 'spring' ? 2 : 0 } },
            messageExecution: execution(message),
          },
        },
      })),
    )
    .sort(byTime);
}

function feedback(message, feedbackStatus, time) {
  const failure =
    feedbackStatus === 'bounce'
      ? message.failure
      : feedbackStatus === 'delay'
        ? { reason: 'Try again later', type: 'Soft', category: 'async', code: '24' }
        : undefined;
  return {
    _id: `${message.execution}-${feedbackStatus}`,
    timestamp: new Date(time).toISOString(),
    eventType: 'message.feedback',
    identityMap: identities(message),
    _experience: {
      customerJourneyManagement: {
        messageDeliveryfeedback: { feedbackStatus, ...(failure && { messageFailure: failure }) },
        emailChannelContext: { address: message.address },
        messageProfile: { channel: emailChannel, messageProfileID: `profile-${message.entry.customer.id}` },
        messageExecution: execution(message),
      },
    },
  };
}

const identities = ({ entry, address }) => ({
  CRMID: [{ id: entry.customer.id, primary: true }],
  Email: [{ id: address, primary: false }],
});

function execution({ execution: messageExecutionID, ids, which, journey }) {
  return {
    messageExecutionID,
    messageID: ids[which].message,
    journeyVersionID: ids.version,
    journeyActionID: ids[which].action,
    batchInstanceID: `batch-${journey.key}`,
  };
}
