/** Numbers of the kernels that watch the Hessian of phase retrieval while samples are added. */
import type { NumberSpec, ObservableSpec } from '../../../src/kernel/manifest.ts';
import { a as anyA, alpha } from './manifest.ts';

export const target = {
  ...alpha,
  meaning: 'samples per dimension, M/N, up to which samples are added, from 1 on',
  min: 1.5,
} as const satisfies NumberSpec;

export const a = { ...anyA, default: 0.1 } as const satisfies NumberSpec;

export const growth = {
  symbol: '\\delta\\alpha',
  meaning: 'samples per dimension that a step adds',
  min: 0.01,
  max: 12,
  default: 0.1,
  scale: 'log',
} as const satisfies NumberSpec;

export const ratio = {
  symbol: '\\alpha',
  meaning: 'samples per dimension so far',
  range: [1, 12],
} as const satisfies ObservableSpec;
