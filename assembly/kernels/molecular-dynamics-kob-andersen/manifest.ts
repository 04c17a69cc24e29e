import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { fields, observables, setup, temperature } from '../../models/kob-andersen/manifest.ts';

export default {
  id: 'molecular-dynamics-kob-andersen',
  title: 'Molecular dynamics of the Kob-Andersen mixture',
  setup: {
    ...setup,
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.006, default: 0.005, scale: 'log' },
  },
  params: {
    temperature,
    collisionRate: {
      symbol: '\\nu',
      meaning: 'rate at which a particle takes a new velocity from the bath; 0 conserves the energy',
      min: 0,
      max: 20,
      default: 4,
    },
  },
  observables: {
    ...observables,
    totalEnergy: { symbol: 'E/N', meaning: 'total energy per particle' },
    kineticTemperature: {
      symbol: 'T_{\\mathrm{kin}}',
      meaning: 'temperature of the velocities, whose mean is zero',
    },
  },
  fields,
  references: ['kob-1995', 'andersen-1980', 'swope-1982', 'bruning-2009', 'kob-1997'],
} as const satisfies KernelManifest;
