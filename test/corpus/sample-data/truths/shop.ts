/** The truths of the demo project's three files, by their words in the data dictionary. */
export const shopTruths: Readonly<Record<string, string>> = {
  'Customers: new, regular, loyal': counts('customers', 'segment', ['new', 'regular', 'loyal']),
  'Customers with marketing consent': 'SELECT count(*) FROM customers WHERE marketing_consent',
  'Customers who ordered at least once': 'SELECT count(DISTINCT customer_id) FROM orders',
  'Orders through web, store, app': counts('orders', 'channel', ['web', 'store', 'app']),
  'Orders returned': "SELECT count(*) FROM orders WHERE status = 'returned'",
  'Units sold': 'SELECT sum(quantity)::BIGINT FROM orders',
  'Revenue of all orders': 'SELECT sum(amount::DECIMAL(12,2)) FROM orders',
  'Month with the highest revenue': `SELECT strftime(date_trunc('month', ordered_at), '%Y-%m') || ': ' || format('{:,.2f}', sum(amount))
FROM orders
GROUP BY date_trunc('month', ordered_at)
ORDER BY sum(amount) DESC
LIMIT 1`,
  'Revenue of Outerwear, Footwear, Bags, Accessories': `SELECT string_agg(format('{:,.2f}', revenue), ', ' ORDER BY revenue DESC)
FROM (SELECT category, sum(amount) AS revenue FROM orders GROUP BY category)`,
  'Orders of an unknown customer': 'SELECT count(*) FROM orders ANTI JOIN customers USING (customer_id)',
  'Page views signed in': 'SELECT count(identityMap.CRMID) FROM web_events',
  'Different browsers': 'SELECT count(DISTINCT identityMap.ECID[1].id) FROM web_events',
  'Page views on phone, desktop, tablet': counts('web_events', 'device."type"', ['phone', 'desktop', 'tablet']),
  'Products listed in all page views': 'SELECT sum(len(productListItems))::BIGINT FROM web_events',
};

function counts(table: string, column: string, values: readonly string[]): string {
  const parts = values.map((value) => `format('{:,}', count(*) FILTER (${column} = '${value}'))`);
  return `SELECT ${parts.join(` || ', ' || `)} FROM ${table}`;
}
