/** What SIMD loops over f64 share: two lanes of a vector. */

/** sum + u v, lane by lane. */
// @ts-ignore: decorator
@inline
export function addProduct(sum: v128, u: v128, v: v128): v128 {
  return f64x2.add(sum, f64x2.mul(u, v));
}

/** The sum of the two lanes of u and that of v. */
// @ts-ignore: decorator
@inline
export function acrossLanes(u: v128, v: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(u, v, 0, 2), v128.shuffle<f64>(u, v, 1, 3));
}

/** The sum of the two lanes of v. */
// @ts-ignore: decorator
@inline
export function sumOfLanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}
