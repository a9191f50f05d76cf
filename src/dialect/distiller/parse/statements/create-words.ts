/** What stands between CREATE and the kind of thing. */
export interface CreateWords {
  readonly start: number;
  readonly orReplace: boolean;
  readonly temporary: boolean;
}
