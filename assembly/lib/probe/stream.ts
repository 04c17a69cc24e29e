/** How fast memory is read: the benchmarks' measure where there is no C compiler. */

/** An array of that many bytes. */
export function array(bytes: i32): StaticArray<u8> {
  return new StaticArray<u8>(bytes);
}

/** Adds up `bytes` (a multiple of 64) of `values` from the byte `first` on. */
export function read(values: StaticArray<u8>, first: i32, bytes: i32): i64 {
  let s0 = i64x2.splat(0), s1 = i64x2.splat(0), s2 = i64x2.splat(0), s3 = i64x2.splat(0);
  let at = changetype<usize>(values) + first;
  for (const end = at + bytes; at < end; at += 64) {
    s0 = i64x2.add(s0, v128.load(at));
    s1 = i64x2.add(s1, v128.load(at, 16));
    s2 = i64x2.add(s2, v128.load(at, 32));
    s3 = i64x2.add(s3, v128.load(at, 48));
  }
  const sum = i64x2.add(i64x2.add(s0, s1), i64x2.add(s2, s3));
  return i64x2.extract_lane(sum, 0) + i64x2.extract_lane(sum, 1);
}
