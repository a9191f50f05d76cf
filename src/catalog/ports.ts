/** Tells the time. */
export interface Clock {
  now(): Date;
}

/** Names batches; every name is used once. */
export interface BatchIds {
  nextId(): string;
}
