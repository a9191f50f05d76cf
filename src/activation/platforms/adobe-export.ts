import { adobeName } from '../naming.ts';
import type { Platform } from './platform.ts';

/**
 * Adobe Experience Platform’s dataset export: NDJSON in gzip or Parquet, in a folder a dataset and an export time, by its
 * documentation on exporting datasets (notes on it, 2026-11-22).
 */
export const adobeExport: Platform = {
  id: 'adobe-export',
  title: 'Adobe dataset export',
  summary: 'JSON lines in gzip, in the folders of Adobe Experience Platform’s dataset exports.',
  sources: [
    {
      title: 'Export datasets to cloud storage destinations',
      url: 'https://experienceleague.adobe.com/en/docs/experience-platform/destinations/ui/activate/export-datasets',
    },
  ],
  read: '2026-11-22',
  columns: [],
  anyHeader: true,
  keys: [],
  file: { format: 'ndjson', gzip: true, name: adobeName },
  removal: {
    words: 'Datasets are not taken back row by row: export the dataset again, or delete the folder of the run.',
  },
  unverified: [
    'The page itself was not opened: the layout is from notes on it.',
    'Adobe writes the id of the dataset and of the task where this layout writes its name and the id of the send, and ends JSON files in .json.gz where we write .ndjson.gz.',
  ],
};
