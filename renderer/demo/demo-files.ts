import { sampleFiles } from '../../src/lessons/sample-files.ts';

const addresses = import.meta.glob<string>('../../sample-data/data/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The datasets of the demo project. */
export const demoDatasets: readonly string[] = ['customers', 'orders', 'web_events'];

/** Reads a sample file out of the program itself. */
export async function readSampleFile(dataset: string): Promise<File> {
  const name = sampleFiles[dataset]?.file ?? dataset;
  const response = await fetch(addresses[`../../sample-data/data/${name}`] ?? name);
  return new File([await response.arrayBuffer()], name);
}
