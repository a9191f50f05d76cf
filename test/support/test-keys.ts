/** Keys and chance that are the same in every run of the tests. */
export const testKeys = {
  secrets: (name: string) => Promise.resolve(`the kept key ${name}`),
  random: (length: number) => Uint8Array.from({ length }, (_, index) => (index * 37 + 11) % 256),
};
