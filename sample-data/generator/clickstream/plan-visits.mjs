import { createVisitors } from './visitors.mjs';
import { createVisitPlanner, isApart, isInSpan, span } from './visits.mjs';

/**
 * The visits of people: one for each web order of the ninety days, ending in it, and visits that end earlier. Visits of
 * one browser lie more than thirty minutes apart, so that there are as many sessions as visits.
 */
export function planVisits(stream, shop) {
  const { customers, orders } = shop;
  const { visitors, addBuyer, fill } = createVisitors(stream, customers);
  const planner = createVisitPlanner(stream);
  const byCustomer = new Map(customers.map((customer) => [customer.id, customer]));
  const browsersOf = new Map();
  const accept = (visit) => {
    const fits = isInSpan(visit) && isApart(visit, visit.visitor.visits);
    if (fits) visit.visitor.visits.push(visit);
    return fits;
  };

  for (const order of orders.filter(({ channel, orderedAt }) => channel === 'web' && orderedAt >= span.from)) {
    const browsers = browsersOf.get(order.customerId) ?? [];
    browsersOf.set(order.customerId, browsers);
    if (browsers.some((visitor) => accept(planner.purchase(visitor, order)))) continue;
    const visitor = addBuyer(byCustomer.get(order.customerId));
    browsers.push(visitor);
    accept(planner.purchase(visitor, order));
  }
  fill();
  for (const visitor of visitors) {
    for (let count = planner.visitCount(); count > 0; count--) {
      const visit = planner.browse(visitor);
      if (!accept(visit) || !stream.chance(0.04)) continue;
      accept(planner.browse(visitor, planner.followUpStart(visit.pages[visit.pages.length - 1].time)));
    }
  }
  return visitors.flatMap(({ visits }) => visits);
}
