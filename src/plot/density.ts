/**
 * heights [bins] ← the density of those of `values` that are numbers, over bins of equal width between `edges` [bins + 1]:
 * what lies beyond them counts too, so that their integral is the part that is shown.
 */
export function countDensity(values: ArrayLike<number>, edges: Float64Array, heights: Float64Array): void {
  const low = edges[0] as number;
  const width = (edges[1] as number) - low;
  let numbers = 0;
  heights.fill(0);
  for (let i = 0; i < values.length; ++i) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    ++numbers;
    const bin = Math.floor((value - low) / width);
    if (bin >= 0 && bin < heights.length) heights[bin] = (heights[bin] as number) + 1;
  }
  for (let k = 0; k < heights.length; ++k) heights[k] = (heights[k] as number) / (numbers * width);
}
