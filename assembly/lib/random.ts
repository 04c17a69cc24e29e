/**
 * Pseudo-random numbers: xoshiro256++, with independent streams.
 *
 *   out = rotl(s0 + s3, 23) + s0                                                          (1)
 *   s ← L s,  L linear over GF(2) on 256 bits, of period 2²⁵⁶ − 1                         (2)
 *   seeding: s0, s1, s2, s3 = four outputs of SplitMix64 started at the seed              (3)
 *   stream k starts at L^(k 2¹²⁸) s: streams do not meet within 2¹²⁸ draws                (4)
 *
 * L^(2¹²⁸) is a polynomial of L of degree below 256 (mod the characteristic polynomial of L); its coefficients are the
 * bits of `jumpPolynomial`.
 *
 * Sources: Blackman, Vigna, ACM Transactions on Mathematical Software 47 (2021) 36, for (1), (2), (4);
 * Steele, Lea, Flood, OOPSLA 2014, 453, for (3).
 */

/** State of one stream, never all zero. */
export class Random {
  s0: u64 = 0;
  s1: u64 = 0;
  s2: u64 = 0;
  s3: u64 = 0;
}

/** Step of `uniform`: 2⁻⁵³. */
export const UNIT: f64 = 1.0 / 9007199254740992.0;

const jumpPolynomial: StaticArray<u64> = [
  0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa, 0x39abdc4529b1661c,
]; // [4] coefficients of L^(2¹²⁸), lowest power first

/** The `index`-th stream of a seed: (3), then `index` jumps (4). */
export function stream(seed: u32, index: i32): Random {
  const random = new Random();
  let z = <u64>seed;
  random.s0 = splitMix(z += 0x9e3779b97f4a7c15);
  random.s1 = splitMix(z += 0x9e3779b97f4a7c15);
  random.s2 = splitMix(z += 0x9e3779b97f4a7c15);
  random.s3 = splitMix(z += 0x9e3779b97f4a7c15);
  for (let k = 0; k < index; ++k) jump(random);
  return random;
}

/** 64 uniform bits: (1), then (2). */
export function next(random: Random): u64 {
  const s0 = random.s0, s1 = random.s1, s2 = random.s2 ^ s0, s3 = random.s3 ^ s1;
  const out = rotl<u64>(s0 + random.s3, 23) + s0;
  random.s0 = s0 ^ s3;
  random.s1 = s1 ^ s2;
  random.s2 = s2 ^ (s1 << 17);
  random.s3 = rotl<u64>(s3, 45);
  return out;
}

/** Uniform in [0, 1): the multiples of 2⁻⁵³. */
export function uniform(random: Random): f64 {
  return <f64>(<i64>(next(random) >> 11)) * UNIT;
}

/** Output function of SplitMix64: a bijection of the counter `z`. */
export function splitMix(z: u64): u64 {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/** 2¹²⁸ draws ahead: (4). */
export function jump(random: Random): void {
  let s0: u64 = 0, s1: u64 = 0, s2: u64 = 0, s3: u64 = 0;
  for (let power = 0; power < 256; ++power) {
    if ((jumpPolynomial[power >> 6] >> (power & 63)) & 1) {
      s0 ^= random.s0;
      s1 ^= random.s1;
      s2 ^= random.s2;
      s3 ^= random.s3;
    }
    next(random);
  }
  random.s0 = s0;
  random.s1 = s1;
  random.s2 = s2;
  random.s3 = s3;
}
