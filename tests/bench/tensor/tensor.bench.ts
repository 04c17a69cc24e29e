/** T(x,x,·) and T : M of a packed symmetric tensor, the inner loops of every kernel on a tensor. */
import { view } from '../../../assembly/lib/probe/load.mts';
import { streams } from '../bandwidth/streams.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, oneThread, startC, startPython, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';
import { drawInput, type TensorInput, tolerance } from './input.ts';
import { contract, gradient } from './plain.ts';

type Operation = 'gradient' | 'contract';

/** The library at work. */
function ours(operation: Operation, { library, T, x, M, vector }: TensorInput): Work {
  const out = library.vector(vector.length);
  return {
    call: operation === 'gradient' ? () => void library.gradient(T, x, out) : () => library.contract(T, M, out),
    result: () => view(library, out, vector.length),
  };
}

/** Plain JavaScript at work. */
function plain(operation: Operation, input: TensorInput): Work {
  const c = new Float32Array(input.packed);
  const x = new Float32Array(input.vector);
  const M = new Float32Array(input.matrix);
  const out = new Float32Array(input.vector.length);
  return {
    call: operation === 'gradient' ? () => gradient(c, x, out) : () => contract(c, M, out),
    result: () => out,
  };
}

const bench = (operation: Operation, size: number): Bench => ({
  name: `tensor-${operation}`,
  size,
  async measure() {
    const input = await drawInput(size);
    const args = [operation, writeArrays([input.vector, input.matrix, input.packed])];
    const kernel = inProcess(ours(operation, input));
    const peers = await gather({
      js: inProcess(plain(operation, input)),
      c: startC('tensor/plain.c', args),
      cFastMath: startC('tensor/plain.c', args, '-ffast-math'),
      cBlocked: startC('tensor/blocked.c', args),
      numpy: startPython('tensor/full.py', args),
      numpyOneThread: startPython('tensor/full.py', args, oneThread),
    });
    checkAgreement(kernel, peers, tolerance(size));
    const bytes = input.tensorBytes + 16 * size + (operation === 'contract' ? input.matrixBytes : 0);
    return { bytes, ...(await race(kernel, new Map([...peers, ...(await streams(bytes))]))) };
  },
});

export default [
  ...[100, 200, 300].map((size) => bench('gradient', size)),
  ...[100, 300].map((size) => bench('contract', size)),
];
