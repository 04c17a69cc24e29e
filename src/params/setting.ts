/** Numbers as text: `r=3 dt=0.02`, words of name and value. Attributes of figures and fragments are written so. */

/** Value by name, both as text; a later word wins, and a word without `=` is a name without a value. */
export function parseSetting(text: string): Record<string, string> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return Object.fromEntries(
    words.map((word) => {
      const equals = word.indexOf('=');
      return equals < 0 ? [word, ''] : [word.slice(0, equals), word.slice(equals + 1)];
    }),
  );
}
