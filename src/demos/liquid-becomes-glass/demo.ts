import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'A liquid that is cooled too fast never settles: the longer one waits, the slower it moves.',
  alt: 'A thousand discs of two sizes in a periodic square, the darker the farther they have moved: most rattle in cages made of their neighbours, in a few places they move together. Beside it, the energy since the quench sinks ever more slowly; and the memory of the positions is lost the later, the longer one has waited after the quench.',
  runs: {
    dynamics: {
      kernel: 'molecular-dynamics-kob-andersen',
      stepsPerTick: 100,
      fields: ['positions', 'displacements', 'species', 'waits', 'lags', 'selfScattering'],
      fixed: { dimension: 2, dt: 0.005, collisionRate: 4 },
    },
  },
  defaults: { N: 1000, initialTemperature: 2, temperature: 0.2 },
  presets: { quenched: { temperature: 0.2 }, liquid: { temperature: 2 }, 'half-way': { temperature: 0.7 } },
  controls: ['temperature', 'N'],
  ticks: 900,
  rate: 60,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
