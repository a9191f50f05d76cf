import fs from 'node:fs';
import { seededRandom } from '../support/json-records.ts';

/** Kinds of files that benchmarks import. */
export type FileKind = 'csv' | 'ndjson';

/** Writes a file of `bytes` bytes, up to the next whole record; the same arguments make the same file. */
export function generateFile(kind: FileKind, path: string, bytes: number): void {
  const file = fs.openSync(path, 'w');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const record = kind === 'csv' ? orderRows() : eventRecords();
  let filled = kind === 'csv' ? buffer.write(csvHeader) : 0;
  let written = 0;
  for (let index = 0; written + filled < bytes; index++) {
    filled += buffer.write(record(index), filled);
    if (filled < buffer.length - longestRecord) continue;
    written += fs.writeSync(file, buffer, 0, filled);
    filled = 0;
  }
  fs.writeSync(file, buffer, 0, filled);
  fs.closeSync(file);
}

/** Bytes that no record exceeds. */
const longestRecord = 4096;

const csvHeader = 'order_id,customer,ordered_on,ordered_at,email,city,quantity,amount,discount,returned\n';

/** Ten columns of seven types, about a hundred bytes a row, some fields empty and some beyond ASCII. */
function orderRows(): (index: number) => string {
  const { random, below, pick, clock } = createChoices();
  return (index) => {
    const customer = below(2_000_000);
    const on = pick(days);
    const discount = random() < 0.3 ? '' : (below(40) / 100).toFixed(2);
    return `${index + 1},${customer},${on},${on} ${clock()},customer${customer}@example.com,${pick(cities)},${1 + below(9)},${1 + below(500)}.${10 + below(90)},${discount},${random() < 0.05}\n`;
  };
}

/** Web events as the sample data has them: nested objects and lists, an optional list of products, nulls. */
function eventRecords(): (index: number) => string {
  const { random, below, pick, clock } = createChoices();
  return (index) => {
    const page = pick(pages);
    const customer = 10_000_000 + below(2_000_000);
    const signedIn = random() < 0.4;
    const signature = signedIn ? `,"CRMID":[{"id":"00${customer}","primary":true}]` : '';
    const products =
      page === 'product' || page === 'cart' ? Array.from({ length: 1 + below(3) }, () => pick(items)) : [];
    const list = products.length === 0 ? '' : `,"productListItems":[${products.join(',')}]`;
    const referrer = random() < 0.35 ? `"${pick(referrers)}"` : 'null';
    return `{"_id":"e${index + 1}","timestamp":"${pick(days)}T${clock()}.${100 + below(900)}Z","eventType":"web.${page}","identityMap":{"ECID":[{"id":"9000000${customer}000","primary":${!signedIn}}]${signature}},"web":{"page":"${page}","referrer":${referrer}},"device":{"type":"${pick(devices)}","screen":{"width":${pick(widths)},"height":${pick(heights)}}}${list}}\n`;
  };
}

function createChoices() {
  const random = seededRandom(20_261_122);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const clock = () => `${pick(hours)}:${pick(minutes)}:${pick(minutes)}`;
  return { random, below, pick, clock };
}

const twoDigits = (count: number) => Array.from({ length: count }, (_, value) => String(value).padStart(2, '0'));
const hours = twoDigits(24);
const minutes = twoDigits(60);
const days = Array.from({ length: 730 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
);
const cities = ['Boston', 'New York', 'Chicago', 'São Paulo', 'München', 'Paris', 'Tokyo', 'Nairobi'];
const pages = ['home', 'search', 'category', 'product', 'cart', 'checkout', 'thank-you'];
const referrers = ['search', 'newsletter', 'social', 'partner'];
const devices = ['phone', 'desktop', 'tablet'];
const widths = ['390', '768', '1440', '1920'];
const heights = ['844', '1024', '900', '1080'];
const items = [
  ['Running shoe', 'Footwear', '89.9'],
  ['Rain jacket', 'Outerwear', '149.5'],
  ['Day pack', 'Bags', '79.95'],
  ['Water bottle', 'Accessories', '18'],
].map(([name, category, price]) => `{"name":"${name}","category":"${category}","priceTotal":${price}}`);
