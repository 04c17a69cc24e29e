/** The maps of complexity of the spiked tensor, from one signal-to-noise ratio to another, against other languages. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, oneThread, startC, startPython, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';

type Extent = 'annealed' | 'both';

/** The calls take turns between these r: every one makes new maps. */
const strengths = Float64Array.of(2.6, 2.4);

/** Maps of the kernel are f32. */
const tolerance = 2 ** -23;

/** The kernel at work: its first step at a new r makes the annealed map, the others the quenched one. */
function ours(extent: Extent, start: () => Kernel): Work {
  let kernel = start();
  const steps = extent === 'both' ? kernel.field('overlaps').length : 0;
  let turn = 0;
  return {
    restart() {
      kernel = start();
      turn = 0;
    },
    call() {
      kernel.params[0] = strengths[turn++ % strengths.length] ?? Number.NaN;
      for (let k = 0; k <= steps; ++k) kernel.step();
    },
    result: () =>
      (extent === 'both' ? ['annealed', 'quenched'] : ['annealed']).flatMap((name) =>
        Array.from(kernel.field(name), (value) => (Number.isNaN(value) ? 0 : value)),
      ),
  };
}

const bench = (extent: Extent): Bench => ({
  name: `kac-rice/${extent}`,
  size: 200,
  async measure() {
    const { module, manifest } = await loadKernel('kac-rice-spiked-tensor');
    const start = () => instantiate(module, manifest, { seed: 0 });
    const grid = start();
    const axes = ['overlaps', 'energies'].map((name) => Float64Array.from(grid.field(name)));
    const args = [extent, writeArrays([strengths, ...axes])];
    const kernel = inProcess(ours(extent, start));
    const peers = await gather({
      c: startC('kac-rice/maps.c', args),
      numpy: startPython('kac-rice/maps.py', args),
      numpyOneThread: startPython('kac-rice/maps.py', args, oneThread),
    });
    checkAgreement(kernel, peers, tolerance);
    const bytes = grid.field('annealed').byteLength * (extent === 'both' ? 2 : 1);
    return { bytes, ...(await race(kernel, peers)) };
  },
});

export default [bench('annealed'), bench('both')];
