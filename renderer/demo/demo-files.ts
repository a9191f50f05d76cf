import { sampleFiles } from '../../src/lessons/sample-files.ts';

const addresses = import.meta.glob<string>(['../../sample-data/data/*', '../../sample-data/real/*.{csv,gz}'], {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The datasets of the demo project. */
export const demoDatasets: readonly string[] = ['customers', 'orders', 'web_events'];

/** Reads a sample file out of the program itself. */
export async function readSampleFile(dataset: string): Promise<File> {
  const file = sampleFiles[dataset]?.file ?? dataset;
  const response = await fetch(addresses[`../../sample-data/${file}`] ?? file);
  return new File([await response.arrayBuffer()], file.slice(file.lastIndexOf('/') + 1));
}
