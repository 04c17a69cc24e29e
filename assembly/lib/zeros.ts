/** Large arrays whose pages are made when they are first written to. */

/**
 * n zeros. The constructor of StaticArray writes them, and thereby touches every page of an array of which a run may need
 * a part. Memory that was never handed out is zero, and the `stub` runtime hands none out twice.
 */
export function zeros(n: i32): StaticArray<f64> {
  assert(<u64>n * sizeof<f64>() < 1 << 30, 'zeros: the array must be below 1 GiB');
  return changetype<StaticArray<f64>>(__new(<usize>n * sizeof<f64>(), idof<StaticArray<f64>>()));
}
