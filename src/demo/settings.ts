/** From texts to a figure's numbers: attributes, folded fragments and permalinks come in here. */
import { nameInTable, type ParamTable, parseNumber, seedSpec } from '../params/spec.ts';

/**
 * Reads each text as a number of `params`, or as the seed. Names are matched without case.
 *
 * @throws with `where` and the names that exist, or the range, at the first text that does not fit.
 */
export function readSettings(
  where: string,
  params: ParamTable,
  texts: Readonly<Record<string, string>>,
): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [given, text] of Object.entries(texts)) {
    const name = given === 'seed' ? given : nameInTable(params, given);
    const spec = name === 'seed' ? seedSpec : params.get(name ?? '')?.spec;
    if (!name || !spec) {
      throw new Error(
        `${where} has no parameter "${given}", expected one of: ${[...params.keys(), 'seed'].join(', ')}`,
      );
    }
    numbers[name] = parseNumber(where, name, text, spec);
  }
  return numbers;
}
