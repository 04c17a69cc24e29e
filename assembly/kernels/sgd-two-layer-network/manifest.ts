import type { KernelManifest } from '../../../src/kernel/manifest.ts';

const steps = 'measured at geometric steps, twelve a decade, and held between';

export default {
  id: 'sgd-two-layer-network',
  title: 'Stochastic gradient descent of a two-layer network',
  setup: {
    data: {
      symbol: '\\mathcal{D}',
      meaning:
        'what is learnt: 0 handwritten digits, 1 random labels of Gaussian inputs, 2 a teacher of four hidden units',
      min: 0,
      max: 2,
      default: 0,
      integer: true,
    },
    crossEntropy: {
      symbol: '\\ell',
      meaning: 'loss of an output: squared error of sigmoids, or cross-entropy of a softmax',
      min: 0,
      max: 1,
      default: 1,
      integer: true,
      words: ['squared error', 'cross-entropy'],
    },
    width: {
      symbol: 'h',
      meaning: 'hidden units',
      min: 1,
      max: 1000,
      default: 100,
      integer: true,
      scale: 'log',
    },
    P: { symbol: 'P', meaning: 'training samples', min: 1, max: 2000, default: 2000, integer: true, scale: 'log' },
    batch: { symbol: 'B', meaning: 'samples of a step', min: 1, max: 256, default: 8, integer: true, scale: 'log' },
    inputs: {
      symbol: 'd',
      meaning: 'dimension of Gaussian inputs; a digit has 14 × 14 pixels',
      min: 1,
      max: 200,
      default: 20,
      integer: true,
      scale: 'log',
    },
  },
  params: {
    learningRate: {
      symbol: '\\eta',
      meaning: 'learning rate',
      min: 0.0001,
      max: 0.5,
      default: 0.05,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'steps' },
    batchLoss: {
      symbol: '\\mathcal{L}_B',
      meaning: 'loss of the batch of the last step, before it',
      range: [0, Infinity],
    },
    gradientNorm: {
      symbol: '|\\nabla\\mathcal{L}_B|',
      meaning: 'norm of the gradient that the last step followed',
      range: [0, Infinity],
    },
    loss: { symbol: '\\mathcal{L}', meaning: `loss over the training set; ${steps}`, range: [0, Infinity] },
    trainAccuracy: { symbol: 'a', meaning: `fraction of the training set that is right; ${steps}`, range: [0, 1] },
    accuracy: { symbol: "a'", meaning: `fraction of 500 held-out samples that is right; ${steps}`, range: [0, 1] },
  },
  fields: {
    weights: {
      symbol: 'w_i',
      meaning:
        'weights and biases: all of them if there are at most 128 (the rest NaN), else 128 spread evenly over them',
      type: 'f64',
      shape: [128],
    },
    waits: { symbol: 't_{\\mathrm{w}}', meaning: 'waiting times, in steps', type: 'f64', shape: [8] },
    lags: { symbol: 't', meaning: 'lags, in steps', type: 'f64', shape: [48] },
    delta: {
      symbol: '\\Delta(t_{\\mathrm{w}},t_{\\mathrm{w}}+t)',
      meaning: 'mean squared displacement of a weight: row by waiting time, column by lag; NaN where not yet reached',
      type: 'f64',
      shape: [8, 48],
    },
    gradientNoise: {
      symbol: 'D(t_{\\mathrm{w}})',
      meaning:
        'variance over the training set of the gradient of a sample, summed over weights; NaN where not yet reached',
      type: 'f64',
      shape: [8],
    },
    images: {
      symbol: 'x_\\mu',
      meaning: 'held-out digits: ink from 0 to 15, row by row; blank where the data are no digits',
      type: 'u8',
      shape: [36, 14, 14],
    },
    labels: { symbol: 'c_\\mu', meaning: 'classes of the first 36 held-out samples', type: 'i32', shape: [36] },
    predictions: {
      symbol: '\\hat c_\\mu',
      meaning: `what the network takes them for; ${steps}`,
      type: 'i32',
      shape: [36],
    },
  },
  references: ['baity-jesi-2018', 'he-2015', 'lecun-1998'],
} as const satisfies KernelManifest;
