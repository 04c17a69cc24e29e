/** Normal numbers as one writes them first in JavaScript: the polar method of Marsaglia on Math.random. */
export function fillPolar(out: Float64Array): void {
  for (let k = 0; k < out.length; k += 2) {
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * Math.random() - 1;
      y = 2 * Math.random() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    out[k] = x * factor;
    out[k + 1] = y * factor;
  }
}
