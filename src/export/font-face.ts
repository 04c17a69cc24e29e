/** Which `@font-face` of the page a piece of text is set in. */

export interface Face {
  readonly family: string;
  readonly style: string;
  /** Least and greatest weight, 1 to 1000. */
  readonly weights: readonly [number, number];
  /** First and last code point of each stretch that it has. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** What a face says of itself in its `@font-face`, `unicode-range` and the like by name. */
export function readFace(descriptor: (name: string) => string): Face {
  const weights = (descriptor('font-weight') || 'normal').split(/\s+/).map(weightNamed);
  return {
    family: familyNames(descriptor('font-family'))[0] ?? '',
    style: descriptor('font-style') || 'normal',
    weights: [weights[0] as number, weights.at(-1) as number],
    ranges: (descriptor('unicode-range') || 'U+0-10FFFF').split(',').map(readRange),
  };
}

function weightNamed(name: string): number {
  if (name === 'normal') return 400;
  return name === 'bold' ? 700 : Number(name);
}

/** `U+2212`, `U+0-FF` or `U+4??`. */
function readRange(text: string): [number, number] {
  const [first, last = first] = text.trim().slice(2).split('-') as [string, string?];
  return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)];
}

/** The names in a `font-family`, in order. */
export function familyNames(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g)]
    .map(([, double, single, plain]) => (double ?? single ?? plain ?? '').trim())
    .filter((name) => name !== '');
}

export interface Wanted {
  readonly families: string;
  readonly weight: number;
  readonly style: string;
}

/** Those of `faces` in which the browser looks for each character of `text`: of the first family that has it. */
export function facesFor<F extends Face>(faces: readonly F[], text: string, wanted: Wanted): Set<F> {
  const families = familyNames(wanted.families).map((name) =>
    faces.filter(({ family }) => family.toLowerCase() === name.toLowerCase()),
  );
  const chosen = new Set<F>();
  for (const character of new Set(text)) {
    const code = character.codePointAt(0) as number;
    const has = ({ ranges }: F) => ranges.some(([first, last]) => code >= first && code <= last);
    const able = families.map((family) => family.filter(has)).find((family) => family.length > 0);
    if (able) chosen.add(nearest(able, wanted));
  }
  return chosen;
}

/** The style comes first, then the weight; of equals the last one in the style sheets. */
function nearest<F extends Face>(faces: readonly F[], { weight, style }: Wanted): F {
  const isSlanted = style !== 'normal';
  const distance = (face: F) => (isSlanted === (face.style !== 'normal') ? 0 : 1e6) + farness(face.weights, weight);
  return faces.reduce((best, face) => (distance(face) <= distance(best) ? face : best));
}

/**
 * How far from `wanted` the weights of a face are, as CSS ranks them: light text prefers lighter faces and bold text
 * bolder ones; between 400 and 500 up to 500, then lighter ones.
 */
function farness([least, greatest]: readonly [number, number], wanted: number): number {
  const lighter = Math.max(0, wanted - greatest);
  const bolder = Math.max(0, least - wanted);
  if (wanted > 500) return bolder + 1000 * Math.sign(lighter) + lighter;
  const isNear = wanted >= 400 && least <= 500;
  return lighter + (isNear ? bolder / 1000 : 1000 * Math.sign(bolder) + bolder);
}
