/** Where an axis has ticks, and what they say. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { fixed, power, scientific } from './number.ts';

export interface Ticks {
  /** Labelled values, ascending. */
  readonly major: readonly number[];
  /** Values marked without words. */
  readonly minor: readonly number[];
  /** HTML of each major tick. */
  readonly labels: readonly string[];
}

/** Slack for ends that rounding moved, relative to them. */
const slack = 1e-9;

/** At most `count` ticks at round values on a linear axis, or two where it takes more than one to have any. */
export function linearTicks(low: number, high: number, count: number): Ticks {
  const scale = scaleLinear().domain([low, high]);
  let major = scale.ticks(count);
  for (let fewer = count - 1; fewer >= 1 && major.length > Math.max(count, 2); fewer--) major = scale.ticks(fewer);
  return { major, minor: [], labels: plainLabels(major) };
}

/**
 * At most about `count` labelled ticks on a log axis: powers of ten, all or every k-th, with the powers between or the
 * multiples 2 to 9 unlabelled. On axes of two decades and less 1, 2 and 5 times the powers of ten.
 */
export function logTicks(low: number, high: number, count: number): Ticks {
  if (high < 2 * low) return linearTicks(low, high, count);
  const domain = [low * (1 - slack), high * (1 + slack)] as const;
  const decades = Math.log10(domain[1] / domain[0]);
  const all = scaleLog()
    .domain(domain)
    .ticks(Math.floor(decades) + 1);
  const powers = all.filter((value) => leadingDigit(value) === '1');
  if (decades <= 2 + slack) {
    const round = all.filter((value) => '125'.includes(leadingDigit(value)));
    const major = round.length <= count || powers.length < 2 ? round : powers;
    if (major.length < 2) return linearTicks(low, high, count);
    return { major, minor: without(all, major), labels: major.flatMap((value) => plainLabels([value])) };
  }
  const exponent = (value: number) => Math.round(Math.log10(value));
  const stride = Math.ceil(powers.length / Math.max(count, 2));
  const major = powers.filter((value) => exponent(value) % stride === 0);
  const minor = without(stride > 1 ? powers : all, major);
  return { major, minor, labels: major.map((value) => power(exponent(value))) };
}

const leadingDigit = (value: number): string => value.toExponential().charAt(0);

const without = (values: readonly number[], others: readonly number[]): number[] =>
  values.filter((value) => !others.includes(value));

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
