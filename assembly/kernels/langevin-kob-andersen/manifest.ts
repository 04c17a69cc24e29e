import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { fields, observables, setup, temperature } from '../../models/kob-andersen/manifest.ts';

export default {
  id: 'langevin-kob-andersen',
  title: 'Overdamped Langevin dynamics of the Kob-Andersen mixture',
  setup: {
    ...setup,
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.00005, max: 0.0005, default: 0.0002, scale: 'log' },
  },
  params: { temperature },
  observables,
  fields,
  references: ['kob-1995', 'bruning-2009', 'flenner-2015', 'leimkuhler-2013', 'kob-1997'],
} as const satisfies KernelManifest;
