/** `<live-demo>` in a talk: checked against its demo, numbered, and readable where nothing can run. */
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import { pictureBlank } from '../build/pictures/blank.ts';
import type { NumberSpec } from '../kernel/manifest.ts';
import { anySeed, nameInTable, type ParamTable, parseNumber, seedSpec, tickSpec } from '../params/spec.ts';
import { expected } from './nearest.ts';
import { type Complain, messageOf } from './problem.ts';

/** What a talk needs to know of a demo. */
export interface FigureSpec {
  readonly claim: string;
  readonly alt: string;
  readonly params: ParamTable;
  readonly ticks: number;
}

/** By demo id; an error is that of a demo which does not load. */
export type Figures = ReadonlyMap<string, FigureSpec | Error>;

/** A figure on a slide; `spec` is missing when its demo could not be found. */
export interface PlacedFigure {
  readonly id: string | undefined;
  readonly name: string;
  readonly spec: FigureSpec | undefined;
  /** Its attributes as they stand in the page: numbers are in one `data-set`, since `r` and `R` differ and HTML has no case. */
  readonly attributes: readonly (readonly [string, string])[];
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Counted from 0. */
  readonly line: number;
}

/** Attributes of the element that are no numbers. */
const plain = /^(name|id|class|style|title|autoplay|background|(data|aria)-.+)$/;

/** The figure that a `<live-demo>` tag with these attributes places. */
export function placeFigure(
  attributes: readonly Attribute[],
  line: number,
  figures: Figures,
  complain: Complain,
): PlacedFigure {
  const textOf = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
  const name = textOf('name') ?? '';
  const found = figures.get(name);
  const placed = { name, id: textOf('id'), attributes: [] };
  if (!found) {
    complain(line, name ? `no demo "${name}", ${expected(name, figures.keys())}` : 'live-demo has no name');
    return { ...placed, spec: undefined };
  }
  if (found instanceof Error) {
    complain(line, `demo "${name}" does not load: ${found.message}`);
    return { ...placed, spec: undefined };
  }
  const at = tickSpec(found.ticks);
  const numbers: string[] = [];
  const others: [string, string][] = [];
  for (const attribute of attributes) {
    const { value, line: own } = attribute;
    if (attribute.name === 'autoplay' && value !== 'false' && value !== 'true') {
      complain(own, `live-demo "${name}": autoplay="${value}", expected "true" or "false"`);
    }
    if (attribute.name === 'seed' && value === anySeed) {
      numbers.push(`seed=${anySeed}`);
      continue;
    }
    const isNumber = !plain.test(attribute.name);
    const known = isNumber && checkNumber(name, found, attribute.name, value, { at }, own, complain);
    if (known && known !== 'at') numbers.push(`${known}=${value.trim()}`);
    else others.push([attribute.name, value]);
  }
  if (numbers.length > 0) others.push(['data-set', numbers.join(' ')]);
  return { ...placed, spec: found, attributes: others };
}

/**
 * Checks `r=3 dt=0.02`, which is for every figure of the fragment's slide, or `#figure-id r=3`, which is for one.
 */
export function checkSet(set: string, figures: readonly PlacedFigure[], line: number, complain: Complain): void {
  const words = set.trim().split(/\s+/);
  const target = words[0]?.startsWith('#') ? words.shift()?.slice(1) : undefined;
  const meant = figures.filter(({ id }) => target === undefined || id === target);
  if (figures.length === 0) {
    complain(line, `set="${set}", but the slide has no live-demo`);
  } else if (meant.length === 0) {
    const ids = figures.flatMap(({ id }) => id ?? []);
    complain(line, `set="${set}": the slide has no figure "${target}", ${expected(target ?? '', ids)}`);
  }
  for (const word of words) {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(word) ?? [];
    if (!name || !value) {
      complain(line, `set="${set}": "${word}" does not parse, expected name=number`);
      continue;
    }
    for (const { name: demo, spec } of meant) {
      if (spec) checkNumber(demo, spec, name, value, {}, line, complain);
    }
  }
}

/** The number's name in full, or undefined after a complaint. */
function checkNumber(
  demo: string,
  { params }: FigureSpec,
  given: string,
  text: string,
  others: Readonly<Record<string, NumberSpec>>,
  line: number,
  complain: Complain,
): string | undefined {
  const extra: Readonly<Record<string, NumberSpec>> = { seed: seedSpec, ...others };
  const name = Object.hasOwn(extra, given) ? given : nameInTable(params, given);
  const spec = name === undefined ? undefined : (params.get(name)?.spec ?? extra[name]);
  if (name === undefined || !spec) {
    const ofKind = (wanted: string) =>
      [...params.values()].filter(({ kind }) => kind === wanted).map((one) => one.name);
    const names = [...ofKind('param'), ...ofKind('setup'), ...Object.keys(extra)];
    complain(line, `live-demo "${demo}" has no parameter "${given}", expected one of: ${names.join(', ')}`);
    return undefined;
  }
  try {
    parseNumber(`live-demo "${demo}"`, name, text, spec);
  } catch (error) {
    complain(line, messageOf(error));
  }
  return name;
}

/** What a reader sees in the figure's place where nothing runs: its still, `picture` from the page, and a sentence. */
export function poster({ alt }: Pick<FigureSpec, 'alt'>, picture: string): string {
  return `${pictureBlank(picture)}<p class="alt">${escapeHtml(alt)}</p>`;
}

/** Where the still of a figure is, from the page of its talk; `figure` is its `data-figure`. */
export function stillOf(figure: string): string {
  return `stills/${figure.replaceAll('/', '-')}.webp`;
}
