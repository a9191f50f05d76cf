import { csv, isoSecond, tally, total } from './formats.mjs';
import { createStream } from './random.mjs';

const reasons = [
  ['changed mind', 40],
  ['found cheaper', 25],
  ['delivery too slow', 20],
  ['ordered twice', 15],
];

/** Orders of the web and the app that were cancelled within three days, and all of it as one stream of events. */
export function makeCancellations({ customers, orders }) {
  const stream = createStream('cancellations');
  const cancelled = orders
    .filter(({ channel, status }) => channel !== 'store' && status === 'completed' && stream.chance(0.04))
    .map((order) => ({
      order,
      at: order.orderedAt + stream.between(20 * 60, 3 * 24 * 3600) * 1000,
      reason: stream.weighted(reasons),
    }));
  const emails = new Map(customers.map(({ id, email }) => [id, email]));
  const events = [
    ...orders.map((order) => ({ order, at: order.orderedAt, type: 'order' })),
    ...cancelled.map(({ order, at }) => ({ order, at, type: 'cancellation' })),
  ].sort((a, b) => a.at - b.at || (a.order.id < b.order.id ? -1 : 1));
  const revenue = total(orders, ({ amount }) => amount);
  const lost = total(cancelled, ({ order }) => order.amount);
  return {
    files: {
      'cancellations.csv': csv(
        ['order_id', 'cancelled_at', 'reason'],
        cancelled.map(({ order, at, reason }) => [order.id, isoSecond(at), reason]),
      ),
      'order_events.csv': csv(
        ['timestamp', 'event_type', 'email', 'purchase_id', 'price_total'],
        events.map(({ order, at, type }) => [
          isoSecond(at),
          type,
          emails.get(order.customerId),
          order.id,
          order.amount.toFixed(2),
        ]),
      ),
    },
    truths: {
      'cancellations.csv': {
        cancellations: cancelled.length,
        cancellationsByReason: tally(cancelled, ({ reason }) => reason),
        amountCancelled: lost,
      },
      'order_events.csv': {
        rows: events.length,
        ordersKept: orders.length - cancelled.length,
        revenueKept: Number((revenue - lost).toFixed(2)),
      },
    },
  };
}
