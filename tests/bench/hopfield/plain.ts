/** The heat bath and the couplings in plain JavaScript, with fields that follow each flip. */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';

/** [N, N] N J */
function coupled({ sizes: [N = 0, P = 0], patterns }: Instance, J: Int16Array): void {
  const signs = Int8Array.from({ length: N * P }, (_, k) => patterns[(k % P) * N + Math.floor(k / P)] as number);
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j < i; ++j) {
      let sum = 0;
      for (let nu = 0; nu < P; ++nu) sum += (signs[i * P + nu] as number) * (signs[j * P + nu] as number);
      J[i * N + j] = sum;
      J[j * N + i] = sum;
    }
  }
}

/** N h of the first pattern. */
function fieldsOf({ sizes: [N = 0], patterns }: Instance, J: Int16Array): Int32Array {
  return Int32Array.from({ length: N }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < N; ++j) sum += (J[i * N + j] as number) * (patterns[j] as number);
    return sum;
  });
}

export function couplings(instance: Instance): Work {
  const [N = 0] = instance.sizes;
  const J = new Int16Array(N * N);
  return { call: () => coupled(instance, J), result: () => fieldsOf(instance, J) };
}

/** 64 bits as two halves, as the state of the generator is kept: [low, high] of each of its four numbers. */
export function heatBath(instance: Instance): Work {
  const [N = 0, , T = 0] = instance.sizes;
  const J = new Int16Array(N * N);
  coupled(instance, J);
  const first = fieldsOf(instance, J);
  const [s, h, order] = [new Int8Array(N), new Int32Array(N), new Int32Array(N)];
  const random = generator(instance.state);

  function flip(i: number): void {
    const value = -(s[i] as number);
    s[i] = value;
    for (let j = 0, at = i * N; j < N; ++j, ++at) (h[j] as number) += 2 * value * (J[at] as number);
  }

  return {
    restart() {
      s.set(instance.patterns.subarray(0, N));
      h.set(first);
      order.forEach((_, i) => {
        order[i] = i;
      });
      random.restart();
    },
    call() {
      for (let from = 0; from < N; ++from) {
        random.next();
        const at = from + Math.floor((random.high * (N - from)) / 2 ** 32);
        const i = order[at] as number;
        order[at] = order[from] as number;
        order[from] = i;
        const up = (random.low + 0.5) / 2 ** 32 < 1 / (1 + Math.exp((-2 * (h[i] as number)) / N / T));
        if (up !== (s[i] as number) > 0) flip(i);
      }
    },
    result: () => s.map((value) => (value > 0 ? 1 : 0)),
  };
}

/** xoshiro256++ in numbers of 64 bits, of which JavaScript has only slow ones. */
function generator(state: Float64Array) {
  const r = new BigUint64Array(4);
  const rotated = (x: bigint, k: bigint) => BigInt.asUintN(64, (x << k) | (x >> (64n - k)));
  return {
    low: 0,
    high: 0,
    restart() {
      r.forEach((_, k) => {
        r[k] = BigInt(state[2 * k] as number) | (BigInt(state[2 * k + 1] as number) << 32n);
      });
    },
    next() {
      const [a = 0n, b = 0n, c = 0n, d = 0n] = r;
      const out = BigInt.asUintN(64, rotated(BigInt.asUintN(64, a + d), 23n) + a);
      r[0] = a ^ d ^ b;
      r[1] = b ^ c ^ a;
      r[2] = c ^ a ^ (b << 17n);
      r[3] = rotated(d ^ b, 45n);
      this.low = Number(out & 0xffffffffn);
      this.high = Number(out >> 32n);
    },
  };
}
