/**
 * What the manifests of several kernels say alike: one name means one quantity with one range, whichever kernel has it,
 * so that a figure can move it for a simulation and its theory at once.
 */
import type { FieldSpec, NumberSpec, ObservableSpec } from '../../src/kernel/manifest.ts';

/* Numbers */

export const p = {
  symbol: 'p',
  meaning: 'order of the tensor',
  min: 3,
  max: 4,
  default: 3,
  integer: true,
} as const satisfies NumberSpec;

export const r = {
  symbol: 'r',
  meaning: 'signal-to-noise ratio',
  min: 0,
  max: 40,
  default: 6.3,
} as const satisfies NumberSpec;

export const delta2 = {
  symbol: '\\Delta_2',
  meaning: 'noise of the matrix observation',
  min: 0.05,
  max: 4,
  default: 0.5,
  scale: 'log',
} as const satisfies NumberSpec;

export const deltap = {
  symbol: '\\Delta_p',
  meaning: 'noise of the tensor observation',
  min: 0.05,
  max: 10,
  default: 1,
  scale: 'log',
} as const satisfies NumberSpec;

export const delta3 = { ...deltap, symbol: '\\Delta_3' } as const satisfies NumberSpec;

export const dt = {
  symbol: '\\mathrm{d}t',
  meaning: 'time step',
  min: 0.001,
  max: 0.1,
  default: 0.02,
  scale: 'log',
} as const satisfies NumberSpec;

export const tau = {
  symbol: '\\tau',
  meaning: 'time in which the tensor is annealed',
  min: 1,
  max: 1000,
  default: 70,
  scale: 'log',
} as const satisfies NumberSpec;

export const rows = {
  symbol: 'n',
  meaning: 'rows of the grid of times, the start among them; the run rests after the last',
  min: 2,
  max: 4000,
  default: 400,
  integer: true,
  scale: 'log',
} as const satisfies NumberSpec;

export const temperature = {
  symbol: 'T',
  meaning: 'temperature',
  min: 0,
  max: 2,
  default: 0.5,
} as const satisfies NumberSpec;

export const interacting = {
  symbol: 'p',
  meaning: 'spins that interact',
  min: 2,
  max: 3,
  default: 3,
  integer: true,
} as const satisfies NumberSpec;

export const samples = {
  symbol: 'n',
  meaning: 'systems that are averaged, each with disorder and start of its own',
  min: 1,
  max: 16,
  default: 8,
  integer: true,
} as const satisfies NumberSpec;

/* Observables */

export const energyError = {
  symbol: '\\delta E',
  meaning: 'standard error of the energy, from the scatter of the systems; none for one',
  gaps: true,
} as const satisfies ObservableSpec;

export const gradientNorm = {
  symbol: '|\\nabla H|/\\sqrt{N}',
  meaning: 'norm of the gradient on the sphere over √N',
} as const satisfies ObservableSpec;

export const isolatedEigenvalue = {
  symbol: '\\lambda_0',
  meaning: 'isolated eigenvalue of the Hessian at the point, towards the signal',
  gaps: true,
} as const satisfies ObservableSpec;

export const isolatedOverlap = {
  symbol: '|\\langle v_0, x^* \\rangle|^2',
  meaning: 'squared overlap of its eigenvector with the direction of the signal',
  range: [0, 1],
  gaps: true,
} as const satisfies ObservableSpec;

/* Fields */

export const x = {
  symbol: 'x',
  meaning: 'point on the sphere',
  type: 'f64',
  shape: ['N'],
} as const satisfies FieldSpec;

export const signal = {
  symbol: 'x^*',
  meaning: 'planted signal',
  type: 'f64',
  shape: ['N'],
} as const satisfies FieldSpec;

export const position = {
  symbol: '(X, Y, Z)',
  meaning: 'the point on a globe, signal at the north pole',
  type: 'f64',
  shape: [3],
} as const satisfies FieldSpec;

export const C = {
  symbol: "C(t,t')",
  meaning:
    'correlation of two times: row t/dt has columns t′/dt up to the diagonal; zero elsewhere and in rows to come',
  type: 'f64',
  shape: ['rows', 'rows'],
} as const satisfies FieldSpec;

export const R = {
  symbol: "R(t,t')",
  meaning:
    'response at t to a kick at t′: row t/dt has columns t′/dt below the diagonal; zero elsewhere and in rows to come',
  type: 'f64',
  shape: ['rows', 'rows'],
} as const satisfies FieldSpec;

export const chi = {
  symbol: "\\chi(t,t')",
  meaning: 'response at t to a field that has been on since t′: entries as in R',
  type: 'f64',
  shape: ['rows', 'rows'],
} as const satisfies FieldSpec;

/* Two times of the p-spin model */

export const waits = {
  symbol: 't_w',
  meaning: 'waiting times: 1, 2, 4, … up to the rounding to a multiple of dt',
  type: 'f64',
  shape: [8],
} as const satisfies FieldSpec;

export const lags = {
  symbol: 't',
  meaning: 'times since, each about 1.15 times the one before, from 0.1',
  type: 'f64',
  shape: [64],
} as const satisfies FieldSpec;

export const correlation = {
  symbol: 'C(t_w,t_w+t)',
  meaning: 'correlation of two times, mean over the systems; NaN where it has not been measured yet',
  type: 'f64',
  shape: [8, 64],
} as const satisfies FieldSpec;

export const correlationError = {
  symbol: '\\delta C(t_w,t_w+t)',
  meaning: 'its standard error, from the scatter of the systems; NaN for one',
  type: 'f64',
  shape: [8, 64],
} as const satisfies FieldSpec;

export const semicircle = {
  symbol: '(\\lambda, \\rho)',
  meaning: 'density of the bulk by theory: eigenvalue and density, from edge to edge',
  type: 'f64',
  shape: [65, 2],
} as const satisfies FieldSpec;
