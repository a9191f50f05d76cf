import { StillhouseError } from '../../../core/error.ts';
import { errorMarker, type Marker } from '../../markers.ts';
import { parseDistiller } from '../parse/index.ts';
import { splitDistiller } from '../parse/split.ts';

/** What cannot be read of a script, each at its own place: the first fault of each statement. */
export function checkDistillerScript(script: string): Marker[] {
  return splitDistiller(script).flatMap((range) => {
    try {
      parseDistiller(script.slice(range.start, range.end));
      return [];
    } catch (error) {
      if (error instanceof StillhouseError) return [errorMarker(error, script, range)];
      throw error;
    }
  });
}
