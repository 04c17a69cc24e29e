/**
 * A figure's state as the text of a link: `seed:5,N:200,r:4,r:8@120,at:137,!dt`. A number with which the run began, a
 * number that changed at a tick, the tick to show, a control to hide. Every character may stand in a query as it is.
 */

import { messageOf } from '../kernel/failure.ts';
import type { Values } from '../kernel/manifest.ts';
import { numberText } from '../kernel/table.ts';
import { parseNumber, parseParam, tickSpec } from '../params/spec.ts';
import type { Figure } from './figure.ts';
import type { FigureChange, FigureState } from './history.ts';

export interface LinkedState {
  readonly state: FigureState;
  /** Names of controls that are not shown. */
  readonly hidden: readonly string[];
  /** What was wrong with the text; the rest of it counts. */
  readonly complaints: readonly string[];
}

/** A link asks for at most so many times the ticks after which the figure rests: nobody would wait for more. */
const longestRun = 100;
/** Parts of a link that are named when they are wrong. */
const mostComplaints = 3;

/** Controls that a figure can do without: the sliders by the names of their numbers, and the parts of the transport. */
export function controlNames({ demo, params }: Pick<Figure, 'demo' | 'params'>): string[] {
  return [...params.keys(), 'play', 'seed', 'speed', ...(demo.presets ? ['preset'] : [])];
}

export function writeState({ start, changes, tick }: FigureState, hidden: readonly string[] = []): string {
  const numbers = (values: Values, when: string) =>
    Object.entries(values).map(([name, value]) => `${name}:${textOf(value)}${when}`);
  return [
    ...numbers(start, ''),
    ...changes.flatMap((change) => numbers(change.values, `@${change.tick}`)),
    `at:${tick}`,
    ...hidden.map((name) => `!${name}`),
  ].join(',');
}

/** The shortest text that reads back as the same f64, and has no `+`, which is a space in a query. */
const textOf = (value: number): string => numberText(value).replace('+', '');

/**
 * Reads what {@link writeState} wrote, or somebody else. Numbers that the text does not give are those with which the
 * figure was placed. Never throws: a part that is wrong is named in `complaints` and left out.
 */
export function readState(
  where: string,
  figure: Pick<Figure, 'demo' | 'params' | 'initial'>,
  text: string,
): LinkedState {
  const { demo, params, initial } = figure;
  const latest = longestRun * demo.ticks;
  const start: Record<string, number> = { ...initial };
  const changes: FigureChange[] = [];
  const hidden: string[] = [];
  const complaints: string[] = [];
  let tick = 0;

  function readPart(part: string): void {
    if (part.startsWith('!')) {
      hidden.push(checkControl(part.slice(1)));
      return;
    }
    const [, name = '', value = '', when] = /^(\w+):([^:@]*)(?:@(.*))?$/s.exec(part) ?? [];
    if (!name)
      throw new Error(`${where}: "${part}" does not parse, expected name:number, name:number@tick or !control`);
    if (name === 'at' && when === undefined) {
      tick = readTick('at', value);
      return;
    }
    const number = parseParam(where, params, name, value);
    if (when === undefined) {
      start[name] = number;
      return;
    }
    const from = readTick(`${name}@`, when);
    if (params.get(name)?.kind !== 'param' || demo.onChange !== 'continue') {
      throw new Error(`${where}: ${name}="${value}" at tick ${from} cannot change in mid-run`);
    }
    addChange(from, name, number);
  }

  function checkControl(name: string): string {
    const known = controlNames(figure);
    if (!known.includes(name))
      throw new Error(`${where} has no control "${name}", expected one of: ${known.join(', ')}`);
    return name;
  }

  function readTick(name: string, value: string): number {
    return parseNumber(where, name, value, tickSpec(latest));
  }

  function addChange(from: number, name: string, number: number): void {
    const last = changes.at(-1);
    if (last && from < last.tick) throw new Error(`${where}: "${name}@${from}" comes after a change at ${last.tick}`);
    if (last?.tick === from) changes[changes.length - 1] = { tick: from, values: { ...last.values, [name]: number } };
    else changes.push({ tick: from, values: { [name]: number } });
  }

  for (const part of text.split(',')) {
    try {
      if (part !== '') readPart(part);
    } catch (error) {
      if (complaints.length < mostComplaints) complaints.push(messageOf(error));
    }
  }
  const reach = Math.max(tick, changes.at(-1)?.tick ?? 0);
  return { state: { start, changes, tick: reach }, hidden, complaints };
}
