/** The file of each sample dataset, in the folder of sample data. */
export const sampleFiles: Readonly<Record<string, string>> = {
  customers: 'customers.csv',
  orders: 'orders.csv',
  web_events: 'web_events.ndjson',
};
