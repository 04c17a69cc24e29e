import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { position, r, signal } from '../../models/manifest.ts';

export default {
  id: 'averaged-descent-spiked-tensor',
  title: 'Averaged gradient descent on the spiked tensor',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 100, integer: true },
    R: { symbol: 'R', meaning: 'number of replicas', min: 1, max: 1024, default: 400, integer: true },
  },
  params: {
    r,
    eta: { symbol: '\\eta', meaning: 'step length over √N', min: 0.01, max: 1, default: 0.2, scale: 'log' },
    spread: {
      symbol: 's',
      meaning: 'spread of the replicas round their centre of mass: 0 all together, 1 anywhere',
      min: 0,
      max: 1,
      default: 0.9,
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'steps' },
    overlap: { symbol: 'm', meaning: 'overlap of the centre of mass with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site of the centre of mass' },
    noise: {
      symbol: '|\\bar F_{\\mathrm{noise}}|/F_1',
      meaning:
        'norm of the noise part of the averaged force over F₁ = √(3N/2 + 3), its exact rms at one point of the sphere',
    },
    phase: { symbol: '\\varphi', meaning: '0 while averaging, 1 in plain descent', range: [0, 1] },
  },
  fields: {
    x: { symbol: 'x', meaning: 'centre of mass, on the sphere', type: 'f64', shape: ['N'] },
    signal,
    directions: {
      symbol: 'u^a',
      meaning: 'direction of each replica from the centre of mass, on the sphere; replica a is √(1-s) x + √s uᵃ',
      type: 'f64',
      shape: ['R', 'N'],
    },
    position,
    replicaPositions: {
      symbol: '(X^a, Y^a, Z^a)',
      meaning: 'the replicas on the globe, all at the point once they are dropped',
      type: 'f64',
      shape: ['R', 3],
    },
    noiseOfMean: {
      symbol: '|\\bar F_{\\mathrm{noise}}|(2^k)/F_1',
      meaning:
        'noise of the mean over the first 2ᵏ replicas, k = 0..10, at the start with its spread; NaN where 2ᵏ is above R',
      type: 'f64',
      shape: [11],
    },
    noiseTheory: {
      symbol: '\\sqrt{\\mathbb{E}\\,|\\bar F_{\\mathrm{noise}}|^2}(2^k)/F_1',
      meaning: 'exact root mean square of noiseOfMean over instances, k = 0..10, for any number of replicas',
      type: 'f64',
      shape: [11],
    },
  },
  references: ['biroli-2020', 'anandkumar-2017'],
} as const satisfies KernelManifest;
