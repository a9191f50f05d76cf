import type { Holder } from './holder.ts';
import { type DatabaseSearch, keptTextHolder } from './kept-texts.ts';
import { sentHolder } from './sent-holder.ts';

/** Everything in the database that may hold people, beside the rows of datasets and their former versions. */
export const databaseHolders: readonly Holder<DatabaseSearch>[] = [sentHolder, keptTextHolder];
