import type { Destination } from '../../src/activation/destinations/destination.ts';

/** What the fields of a kind of destination get. */
export interface DestinationFieldsProps<Draft extends Destination = Destination> {
  readonly draft: Draft;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (draft: Destination) => void;
}
