import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { p, temperature } from '../../models/manifest.ts';

export default {
  id: 'complexity-p-spin',
  title: 'Complexity and transitions of the spherical p-spin model',
  deterministic: true,
  setup: {
    p: { ...p, meaning: 'spins that interact', max: 12 },
  },
  params: {
    energy: { symbol: 'E', meaning: 'energy per site that is looked at', min: -3, max: 0, default: -1.16 },
    index: {
      symbol: 'k',
      meaning: 'index of the saddles: how many directions go down',
      min: 1,
      max: 20,
      default: 1,
      integer: true,
    },
    temperature: { ...temperature, meaning: 'temperature of the ageing system' },
  },
  observables: {
    thresholdEnergy: {
      symbol: 'E_{\\mathrm{th}}',
      meaning: 'threshold energy: minima are below it',
      range: [-1.5, -1],
    },
    groundEnergy: { symbol: 'E_0', meaning: 'energy of the ground state', range: [-2, -1] },
    saddleEnergy: { symbol: 'E_k', meaning: 'energy of the lowest saddles of index k', range: [-2, -1] },
    thresholdComplexity: {
      symbol: '\\Sigma(E_{\\mathrm{th}})',
      meaning: 'complexity of the minima at the threshold',
      range: [0, 1],
    },
    dynamicTemperature: {
      symbol: 'T_{\\mathrm{d}}',
      meaning: 'temperature of the dynamical transition: below it a quenched system ages for ever',
      range: [0, 1],
    },
    dynamicOverlap: { symbol: 'q_{\\mathrm{d}}', meaning: 'overlap inside a state there', range: [0, 1] },
    staticTemperature: {
      symbol: 'T_{\\mathrm{s}}',
      meaning: 'temperature of the static transition: below it few states have all the weight',
      range: [0, 1],
    },
    staticOverlap: { symbol: 'q_{\\mathrm{s}}', meaning: 'overlap inside a state there', range: [0, 1] },
    mu: { symbol: '\\mu', meaning: 'centre of the spectrum of the Hessian of stationary points at the energy' },
    edge: { symbol: '\\mu - 2\\sigma', meaning: 'lower edge of that spectrum' },
    total: {
      symbol: '\\Sigma(E)',
      meaning: 'complexity of all stationary points at the energy',
      range: [0, 2],
      gaps: true,
    },
    minima: { symbol: '\\Sigma_0(E)', meaning: 'complexity of the minima there', range: [0, 1], gaps: true },
    saddles: { symbol: '\\Sigma_k(E)', meaning: 'complexity of the saddles of index k', range: [0, 1], gaps: true },
    plateau: {
      symbol: 'q',
      meaning: 'overlap of the ageing system with itself after a long time that is short beside its age',
      range: [0, 1],
      gaps: true,
    },
    violation: {
      symbol: 'x',
      meaning: 'ratio by which the ageing system violates the fluctuation-dissipation theorem',
      range: [0, 1],
      gaps: true,
    },
    effectiveTemperature: {
      symbol: 'T_{\\mathrm{eff}}',
      meaning: 'temperature of the slow motion of the ageing system',
      range: [0, 4],
      gaps: true,
    },
    ageingEnergy: { symbol: 'E_\\infty', meaning: 'energy that the ageing system comes down to', gaps: true },
  },
  fields: {
    energies: {
      symbol: 'E',
      meaning: 'energies of the curves, from the ground state up to the threshold and on to zero',
      type: 'f64',
      shape: [257],
    },
    totals: {
      symbol: '\\Sigma(E)',
      meaning: 'complexity of all stationary points',
      type: 'f64',
      shape: [257],
    },
    allMinima: {
      symbol: '\\Sigma_0(E)',
      meaning: 'complexity of the minima; NaN above the threshold, where there are none',
      type: 'f64',
      shape: [257],
    },
    allSaddles: {
      symbol: '\\Sigma_k(E)',
      meaning: 'complexity of the saddles of index k; NaN where there are none',
      type: 'f64',
      shape: [257],
    },
    eigenvalues: {
      symbol: '\\lambda',
      meaning: 'eigenvalues of the Hessian of stationary points at the energy',
      type: 'f64',
      shape: [129],
    },
    spectrum: { symbol: '\\rho(\\lambda)', meaning: 'their density', type: 'f64', shape: [129] },
  },
  references: ['auffinger-2013', 'subag-2017', 'crisanti-1992', 'crisanti-1993', 'cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
