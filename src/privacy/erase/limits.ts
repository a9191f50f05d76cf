/** What an erasure cannot reach or see: `own` sentences of the program, then those that hold for all. */
export function limitsOf(own: readonly string[], isVersioned: boolean, isWithoutKey: boolean): string[] {
  return [
    ...own,
    'Copies of the folder elsewhere, exported files, what destinations received, and disk blocks that the system gave free are out of reach.',
    'Texts shorter than four characters are found as whole values alone, and other spellings of an identity are not found.',
    ...(isVersioned ? ['Version control may hold earlier versions of saved queries.'] : []),
    ...(isWithoutKey
      ? [
          'The key that sends hash people with cannot be opened here: people reached by sends were looked for by match keys alone.',
        ]
      : []),
  ];
}

/** What the search of the rewritten file found, as a sentence; none where it found nothing. */
export function bytesLeftWords(places: number): readonly string[] {
  if (places === 0) return [];
  return [
    `In ${places} places of the rewritten database file stand the bytes of an identity: as a part of other values or names, or in what was left to be decided.`,
  ];
}
