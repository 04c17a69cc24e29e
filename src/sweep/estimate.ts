/** Numbers with their errors, from samples. */

export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean; NaN for fewer than two samples. */
  readonly error: number;
  readonly samples: number;
}

/** The mean of the numbers among `values`; NaN is a gap. */
export function estimate(values: readonly number[]): Estimate {
  const numbers = values.filter((value) => !Number.isNaN(value));
  const samples = numbers.length;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / samples;
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: samples > 1 ? Math.sqrt(squares / (samples - 1) / samples) : Number.NaN, samples };
}

export interface Fraction {
  readonly fraction: number;
  /** Wilson's interval of one standard deviation: it stays within [0, 1], and has a width at either end. */
  readonly low: number;
  readonly high: number;
  readonly samples: number;
}

/** `successes` of `samples`; NaN for none. The bounds solve |p - fraction| = √(p (1 - p) / samples). */
export function fractionOf(successes: number, samples: number): Fraction {
  const fraction = successes / samples;
  const scale = 1 + 1 / samples;
  const centre = (fraction + 1 / (2 * samples)) / scale;
  const half = Math.sqrt((fraction * (1 - fraction)) / samples + 1 / (4 * samples ** 2)) / scale;
  return {
    fraction,
    low: successes === 0 ? 0 : centre - half,
    high: successes === samples ? 1 : centre + half,
    samples,
  };
}
