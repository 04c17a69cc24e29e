/** What the two dynamics of the Kob-Andersen mixture say alike. */
import type { FieldSpec, NumberSpec, ObservableSpec } from '../../../src/kernel/manifest.ts';

export const setup = {
  dimension: {
    symbol: 'd',
    meaning: 'dimension of space: 2 with A and B in the proportion 65:35, 3 with 80:20',
    min: 2,
    max: 3,
    default: 2,
    integer: true,
    words: ['2D', '3D'],
  },
  N: {
    symbol: 'N',
    meaning: 'particles, at density 1.2, so in a periodic box of side (N/1.2)^(1/d)',
    min: 64,
    max: 4000,
    default: 1000,
    integer: true,
    scale: 'log',
  },
  initialTemperature: {
    symbol: 'T_i',
    meaning: 'temperature of the equilibrium in which the run begins',
    min: 1,
    max: 5,
    default: 3,
  },
} as const satisfies Record<string, NumberSpec>;

export const temperature = {
  symbol: 'T',
  meaning: 'temperature of the bath; a change is a quench and restarts the age',
  min: 0,
  max: 5,
  default: 0.3,
} as const satisfies NumberSpec;

export const observables = {
  t: { symbol: 't', meaning: 'time since the start' },
  age: { symbol: 't_a', meaning: 'time since the last change of temperature; the start counts as one' },
  energy: { symbol: 'U/N', meaning: 'potential energy per particle' },
  pressure: { symbol: 'P', meaning: 'pressure: density times temperature and the virial' },
  msd: {
    symbol: '\\Delta(0, t_a)',
    meaning: 'mean square displacement of the A particles since the last change of temperature',
  },
} as const satisfies Record<string, ObservableSpec>;

export const fields = {
  positions: {
    symbol: 'r',
    meaning: 'positions in the box, out of which a particle may stand by up to 0.15; A first, then B',
    type: 'f64',
    shape: ['N', 'dimension'],
  },
  displacements: {
    symbol: '\\Delta r',
    meaning: 'displacements since the last waiting time that has passed, or since the quench before the first',
    type: 'f64',
    shape: ['N', 'dimension'],
  },
  species: { symbol: 'a', meaning: 'species: 0 is A, 1 is B; all A come first', type: 'u8', shape: ['N'] },
  radialDistribution: {
    symbol: 'g_{AA}(r)',
    meaning: 'radial distribution of A about A: bin k holds r from 0.025 k to 0.025 (k + 1); mean over recent times',
    type: 'f64',
    shape: [100],
  },
  waits: { symbol: 't_w', meaning: 'waiting times, ascending', type: 'f64', shape: [7] },
  lags: { symbol: 't', meaning: 'times after a waiting time, ascending', type: 'f64', shape: [48] },
  selfScattering: {
    symbol: 'F_s(q; t_w, t_w + t)',
    meaning: 'self-intermediate scattering function of A at |q| = 6.5 (2D) or 7.25 (3D); NaN before it is measured',
    type: 'f64',
    shape: [7, 48],
  },
  meanSquareDisplacement: {
    symbol: '\\Delta(t_w, t_w + t)',
    meaning: 'mean square displacement of A between two times; NaN before it is measured',
    type: 'f64',
    shape: [7, 48],
  },
} as const satisfies Record<string, FieldSpec>;
