/**
 * Long lines have many points in one column of pixels. With the first, the lowest, the highest and the last of them the
 * picture is the same.
 */

/** Places in the present column of the extremes of each line; reused by every call. */
const extremes: number[] = [];

/**
 * Thins lines that share the places `x` along the columns, all in px, in place: a point stays if it is the first or the
 * last of its column, or the lowest or the highest of any of `lines` there. NaN in `x` stays. Gives the new length.
 */
export function thin(x: Float64Array, lines: readonly Float64Array[], length: number): number {
  let kept = 0;
  for (let first = 0, last = 0; first < length; first = ++last) {
    const column = Math.floor(x[first] as number);
    while (last + 1 < length && Math.floor(x[last + 1] as number) === column) last++;
    lines.forEach((line, k) => {
      extremes[2 * k] = extreme(line, first, last, 1);
      extremes[2 * k + 1] = extreme(line, first, last, -1);
    });
    for (let i = first; i <= last; i++) {
      if (i !== first && i !== last && !extremes.includes(i)) continue;
      x[kept] = x[i] as number;
      for (const line of lines) line[kept] = line[i] as number;
      kept++;
    }
  }
  return kept;
}

/** Place of the largest (`sign` = 1) or the least (-1) number between `first` and `last`. */
function extreme(line: Float64Array, first: number, last: number, sign: 1 | -1): number {
  let at = first;
  for (let i = first + 1; i <= last; i++) {
    if (sign * (line[i] as number) > sign * (line[at] as number)) at = i;
  }
  return at;
}
