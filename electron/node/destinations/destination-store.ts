import {
  type Destination,
  destinationsDocumentSchema,
  destinationsVersion,
} from '../../../src/activation/destinations/destination.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import { readIfPresent, writeAtomically } from '../host/files.ts';

/** A project's destinations, in the order in which they were made. */
export async function readDestinations(file: string): Promise<readonly Destination[]> {
  const text = await readIfPresent(file);
  if (text === undefined) return [];
  try {
    return destinationsDocumentSchema.parse(JSON.parse(text)).destinations;
  } catch (error) {
    throw new StillhouseError('project-invalid', `${file} cannot be read as destinations of this version.`, {
      remedy: 'Restore the file from version control, or open the project with the newer version that wrote it.',
      cause: error,
    });
  }
}

/** Adds a destination, or replaces the one of the same id where it stands. */
export async function saveDestination(file: string, destination: Destination): Promise<void> {
  const known = await readDestinations(file);
  const replaced = known.map((other) => (other.id === destination.id ? destination : other));
  await write(file, replaced.includes(destination) ? replaced : [...replaced, destination]);
}

export async function removeDestination(file: string, id: string): Promise<void> {
  const known = await readDestinations(file);
  await write(
    file,
    known.filter((destination) => destination.id !== id),
  );
}

/** Throws when there is none of this id. */
export async function findDestination(file: string, id: string): Promise<Destination> {
  const found = (await readDestinations(file)).find((destination) => destination.id === id);
  if (found !== undefined) return found;
  throw new StillhouseError('destination-invalid', `There is no destination “${id}” in this project.`, {
    remedy: 'It may have been removed: add it again, or choose another one.',
  });
}

async function write(file: string, destinations: readonly Destination[]): Promise<void> {
  await writeAtomically(file, `${JSON.stringify({ version: destinationsVersion, destinations }, null, 2)}\n`);
}
