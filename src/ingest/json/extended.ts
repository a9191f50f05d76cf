/** Copies an array to the start of a larger one, and gives that. */
export function extended<Values extends Uint8Array | Int32Array>(from: Values, into: Values): Values {
  into.set(from);
  return into;
}
