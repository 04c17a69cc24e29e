/**
 * Who is faster, and how many times: the kernel and its peers take turns (A B C A B C ...), so that whatever else the
 * machine does hits all of them alike.
 */

/** What takes part: something that can be called again and again. */
export interface Racer {
  /** What the first calls compute: every racer has the same input. Empty for one that computes nothing. */
  readonly result: Float64Array;
  /** Milliseconds that `calls` calls take, after a start and one call that does not count. */
  time(calls: number): number | Promise<number>;
  close(): void;
}

export interface Limits {
  /** Turns of each racer. */
  readonly rounds: number;
  /** Milliseconds of a turn: long for the clock, short for what else happens on the machine. */
  readonly turn: number;
  /** Milliseconds that each racer runs before the first round. */
  readonly warmUp: number;
  /** Calls of a turn at most. */
  readonly mostCalls: number;
}

export const limits: Limits = { rounds: 21, turn: 20, warmUp: 300, mostCalls: Number.POSITIVE_INFINITY };

/**
 * Races `ours` against `peers` and closes them all.
 *
 * @returns the median of our milliseconds a call, and for each peer the median over rounds of its time over ours.
 */
export async function race(
  ours: Racer,
  peers: ReadonlyMap<string, Racer>,
  { rounds, ...turns }: Limits = limits,
): Promise<{ ms: number; ratios: Record<string, number> }> {
  const racers = [ours, ...peers.values()];
  try {
    const calls: number[] = [];
    for (const racer of racers) calls.push(await callsOfATurn(racer, turns));
    const times: number[][] = racers.map(() => []);
    for (let round = 0; round < rounds; ++round) {
      for (const [k, racer] of racers.entries()) {
        const count = calls[k] ?? 1;
        times[k]?.push((await racer.time(count)) / count);
      }
    }
    const [own = [], ...others] = times;
    const ratio = (k: number) => median(own.map((ms, round) => (others[k]?.[round] ?? Number.NaN) / ms));
    return { ms: median(own), ratios: Object.fromEntries([...peers.keys()].map((name, k) => [name, ratio(k)])) };
  } finally {
    for (const racer of racers) racer.close();
  }
}

/** Warms the racer up and finds how many of its calls fill a turn. */
async function callsOfATurn(racer: Racer, { turn, warmUp, mostCalls }: Omit<Limits, 'rounds'>): Promise<number> {
  let calls = 1;
  for (let spent = 0; spent < warmUp; ) {
    const ms = await racer.time(calls);
    spent += ms;
    calls = Math.min(mostCalls, Math.ceil((calls * turn) / Math.max(ms, turn / 10)));
  }
  return calls;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** |a − b| / |b|, the norms Euclidean. */
export function distance(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Number.NaN;
  const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return norm(a.map((value, k) => value - (b[k] ?? Number.NaN))) / norm(b);
}

/** Throws when a peer's result is farther than `tolerance` (relative) from ours: it computes something else. */
export function checkAgreement(ours: Racer, peers: ReadonlyMap<string, Racer>, tolerance: number): void {
  for (const [name, { result }] of peers) {
    const far = distance(result, ours.result);
    if (!(far <= tolerance)) {
      throw new Error(
        `${name} computes something else: ${far} from the kernel's result, expected at most ${tolerance}`,
      );
    }
  }
}
