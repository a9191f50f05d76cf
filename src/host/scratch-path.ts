import { z } from 'zod';

/** One folder's or file's name that every system takes: no dots at its ends, none of the words that Windows keeps. */
const part =
  /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\p{L}\p{N}_=-](?:[\p{L}\p{N}_=. -]{0,98}[\p{L}\p{N}_=-])?$/iu;

/** A path below a project's scratch folder, with `/` between at most ten names; it cannot lead out of that folder. */
export const scratchPathSchema = z
  .string()
  .refine((path) => path.split('/').length <= 10 && path.split('/').every((name) => part.test(name)), {
    error: 'A path in the scratch folder has names of letters, digits, blanks and “_ - = .”, divided by “/”.',
  });
