/** Most rows that a chart's statement gives back: more marks than that cannot be told apart. */
export const mostRows = 5_000;
