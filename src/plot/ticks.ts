/** Where an axis has ticks, and what they say. */
import { scaleLinear } from 'd3-scale';
import { fixed, power, scientific } from './number.ts';

export interface Ticks {
  /** Labelled values, ascending. */
  readonly major: readonly number[];
  /** Values marked without words. */
  readonly minor: readonly number[];
  /** HTML of each major tick. */
  readonly labels: readonly string[];
}

/** Slack for ends that rounding moved, in units of the domain. */
const slack = 1e-9;

/** At most `count` ticks at round values on a linear axis, or two where it takes more than one to have any. */
export function linearTicks(low: number, high: number, count: number): Ticks {
  const scale = scaleLinear().domain([low, high]);
  let major = scale.ticks(count);
  for (let fewer = count - 1; fewer >= 1 && major.length > Math.max(count, 2); fewer--) major = scale.ticks(fewer);
  return { major, minor: [], labels: plainLabels(major) };
}

/**
 * At most about `count` labelled ticks on a log axis: powers of ten, all or every k-th, with the decades between or the
 * multiples 2 to 9 unlabelled. On axes of two decades and less 1, 2 and 5 times the powers of ten.
 */
export function logTicks(low: number, high: number, count: number): Ticks {
  const from = Math.log10(low);
  const to = Math.log10(high);
  const first = Math.ceil(from - slack);
  const last = Math.floor(to + slack);
  if (to - from <= 2 + slack) return shortLogTicks(low, high, count);
  const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(count, 2)));
  const major: number[] = [];
  const minor: number[] = [];
  const labels: string[] = [];
  for (let exponent = first - 1; exponent <= last; exponent++) {
    const decade = Number(`1e${exponent}`);
    if (exponent >= first && exponent % stride === 0) {
      major.push(decade);
      labels.push(power(exponent));
    } else if (exponent >= first) minor.push(decade);
    if (stride > 1) continue;
    for (let multiple = 2; multiple <= 9; multiple++) {
      const value = Number(`${multiple}e${exponent}`);
      if (value >= low && value <= high) minor.push(value);
    }
  }
  return { major, minor, labels };
}

function shortLogTicks(low: number, high: number, count: number): Ticks {
  const multiples: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
    for (let multiple = 1; multiple <= 9; multiple++) multiples.push(Number(`${multiple}e${exponent}`));
  }
  const inside = multiples.filter((value) => value >= low * (1 - slack) && value <= high * (1 + slack));
  const round = inside.filter((value) => '125'.includes(value.toExponential()[0] as string));
  const tens = round.filter((value) => value.toExponential().startsWith('1e'));
  const major = round.length <= count || tens.length < 2 ? round : tens;
  if (major.length < 2) return linearTicks(low, high, count);
  return {
    major,
    minor: inside.filter((value) => !major.includes(value)),
    labels: major.flatMap((value) => plainLabels([value])),
  };
}

/** Labels with as many decimals as the values need, or with a power of ten where that would be long. */
export function plainLabels(values: readonly number[]): string[] {
  const largest = Math.max(...values.map(Math.abs));
  const exponential = largest >= 1e5 || (largest < 1e-3 && largest > 0);
  if (exponential) {
    const digits = Math.max(...values.map((value) => decimals(Number(value.toExponential(6).split('e')[0]))));
    return values.map((value) => (value === 0 ? '0' : scientific(value, digits)));
  }
  const digits = Math.max(0, ...values.map(decimals));
  return values.map((value) => fixed(value, digits));
}

/** Decimals that `value` needs, at most 6. */
function decimals(value: number): number {
  return value.toFixed(6).replace(/0+$/, '').split('.')[1]?.length ?? 0;
}
