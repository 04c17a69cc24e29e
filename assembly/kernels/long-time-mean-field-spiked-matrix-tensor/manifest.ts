import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, deltap, p } from '../../models/manifest.ts';

export default {
  id: 'long-time-mean-field-spiked-matrix-tensor',
  title: 'Long-time mean-field theory of the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    p,
    m0: { symbol: 'm_0', meaning: 'overlap of the start with the signal', min: 0, max: 0.999, default: 1e-4 },
    // 10⁹ is a matrix that says nothing: with Δₚ = 2/p it leaves the spherical p-spin model, to 10⁻⁹.
    delta2: { ...delta2, max: 1e9, default: 0.3 },
    deltap,
    temperature: {
      symbol: 'T',
      meaning: 'temperature: 0 is gradient flow, 1 samples the posterior',
      min: 0,
      max: 2,
      default: 0,
    },
    points: {
      symbol: 'n',
      meaning: 'nodes of the mesh of each time: 64 reach t = 10³, 96 and more 10⁴',
      min: 64,
      max: 256,
      default: 128,
      integer: true,
      scale: 'log',
    },
    tolerance: {
      symbol: '\\epsilon',
      meaning: 'how far a row may be off its extrapolation: decides how far apart the rows are',
      min: 1e-7,
      max: 1e-4,
      default: 1e-5,
      scale: 'log',
    },
  },
  params: {},
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere' },
    error: {
      symbol: '\\delta',
      meaning: 'how far overlap or energy, the larger, is from a run of 3/4 of the nodes and half the rows',
    },
  },
  fields: {
    elapsed: { symbol: "t-t'", meaning: 'time since t′, from t down to 0', type: 'f64', shape: ['points'] },
    correlation: { symbol: "C(t,t')", meaning: 'correlation of the last row', type: 'f64', shape: ['points'] },
    response: { symbol: "R(t,t')", meaning: 'response at t to a kick at t′', type: 'f64', shape: ['points'] },
    integrated: {
      symbol: "\\chi(t,t')",
      meaning: 'response at t to a field that has been on since t′',
      type: 'f64',
      shape: ['points'],
    },
  },
  references: ['sarao-mannelli-2020', 'cugliandolo-kurchan-1993', 'lang-2025'],
} as const satisfies KernelManifest;
