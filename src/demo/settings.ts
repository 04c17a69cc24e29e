/** From texts to a figure's numbers: attributes, folded fragments and permalinks come in here. */
import { parseSetting } from '../params/setting.ts';
import { nameInTable, type ParamTable, parseNumber, parseParam, tickSpec } from '../params/spec.ts';
import type { Demo } from './definition.ts';

/** Attributes that are not numbers of the figure. */
const reserved = new Set([
  ...['name', 'id', 'class', 'style', 'at', 'autoplay', 'full', 'background', 'title', 'role', 'tabindex'],
]);

/** The numbers on a `<live-demo>`: those of `data-set`, where capitals count, and the attributes that are numbers. */
export function settingsIn({ attributes, dataset }: HTMLElement): Record<string, string> {
  const own = [...attributes].filter(({ name }) => !reserved.has(name) && !/^(data|aria)-/.test(name));
  return {
    ...parseSetting(dataset.set ?? ''),
    ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
  };
}

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
    const name = nameInTable(params, given) ?? given;
    numbers[name] = parseParam(where, params, name, text);
  }
  return numbers;
}

/**
 * Reads the tick of a figure's still: that of the demo where `text` is null.
 *
 * @throws as {@link readSettings}.
 */
export function readTick(where: string, text: string | null, { ticks, still }: Pick<Demo, 'ticks' | 'still'>): number {
  if (text === null) return still ?? ticks;
  return parseNumber(where, 'at', text, tickSpec(ticks));
}
