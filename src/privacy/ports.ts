/** Gives a named key, as the person who keeps it wrote it. Rejects with `input-invalid` where there is none. */
export type SecretSource = (name: string) => Promise<string>;

/** Gives so many bytes that nobody can foretell: the platform's generator for keys, never `Math.random`. */
export type SecureRandom = (length: number) => Uint8Array<ArrayBuffer>;
