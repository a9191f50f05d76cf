/** Room above the bars for a number, in pixels like everything here. */
export const head = 22;

/** The longest bar. */
export const barHeight = 170;

/** Where the first source's line begins. */
export const top = head + barHeight + 14;

/** The height of a source's line. */
export const line = 26;
