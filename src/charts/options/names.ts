/** Names that differ: a legend takes series of one name for one series. */
export function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name} (${number})`;
    used.add(free);
    return free;
  });
}
