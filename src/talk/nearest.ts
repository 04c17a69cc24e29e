/** The names that somebody may have meant. */

/** Number of insertions, deletions and substitutions between two words (Levenshtein, Sov. Phys. Dokl. 10, 707 (1966)). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, substituted));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** At most three of `names`, the most like `name` first; those that share less than half of it are left out. */
export function nearest(name: string, names: Iterable<string>): string[] {
  return [...names]
    .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known.toLowerCase()) }))
    .filter(({ known, distance }) => distance <= Math.max(name.length, known.length) / 2)
    .sort((a, b) => a.distance - b.distance || (a.known < b.known ? -1 : 1))
    .slice(0, 3)
    .map(({ known }) => known);
}

/** `expected one of: a, b`, or the near ones where there are many. */
export function expected(name: string, names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return 'there are none';
  const near = nearest(name, all);
  return all.length > 8 && near.length > 0
    ? `nearest of ${all.length}: ${near.join(', ')}`
    : `expected one of: ${all.join(', ')}`;
}
