import customers from '../../sample-data/data/customers.csv?url';
import orders from '../../sample-data/data/orders.csv?url';
import webEvents from '../../sample-data/data/web_events.ndjson?url';

/** The sample files that come with the program, by file name. */
const addresses: Readonly<Record<string, string>> = {
  'customers.csv': customers,
  'orders.csv': orders,
  'web_events.ndjson': webEvents,
};

/** Reads the sample files out of the program itself. */
export async function readDemoFiles(): Promise<readonly File[]> {
  return Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      const response = await fetch(address);
      return new File([await response.arrayBuffer()], name);
    }),
  );
}
