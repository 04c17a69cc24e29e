/** Numbers that the kernels of phase retrieval share. */
import type { NumberSpec } from '../../../src/kernel/manifest.ts';

export const N = {
  symbol: 'N',
  meaning: 'dimension',
  min: 8,
  max: 800,
  default: 100,
  integer: true,
} as const satisfies NumberSpec;

export const alpha = {
  symbol: '\\alpha',
  meaning: 'samples per dimension, M/N',
  min: 0.25,
  max: 12,
  default: 5,
} as const satisfies NumberSpec;

export const a = {
  symbol: 'a',
  meaning: 'by what the normalised loss divides besides y',
  min: 0.01,
  max: 10,
  default: 1,
  scale: 'log',
} as const satisfies NumberSpec;
