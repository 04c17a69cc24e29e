/** Data to pixels. A scale is mutable and belongs to one chart, so that a frame allocates nothing. */

export interface Scale {
  readonly log: boolean;
  domain: readonly [number, number];
  /** position = offset + factor * (value or its decimal logarithm), px */
  offset: number;
  factor: number;
}

export function createScale(axis: string, type: 'linear' | 'log', domain: readonly [number, number]): Scale {
  const scale: Scale = { log: type === 'log', domain, offset: 0, factor: 1 };
  checkDomain(axis, scale.log, domain);
  return scale;
}

/** @throws unless `domain` is two different finite numbers, positive on a log axis. */
export function checkDomain(axis: string, log: boolean, [from, to]: readonly [number, number]): void {
  if (Number.isFinite(from) && Number.isFinite(to) && from !== to && (!log || (from > 0 && to > 0))) return;
  const wanted = log ? 'two different positive numbers' : 'two different finite numbers';
  throw new Error(`chart: domain of the ${axis} axis is [${from}, ${to}], expected ${wanted}`);
}

/** Maps the domain to the pixels from `start` to `end`. */
export function fitScale(scale: Scale, start: number, end: number): void {
  const [from, to] = scale.log ? [Math.log10(scale.domain[0]), Math.log10(scale.domain[1])] : scale.domain;
  scale.factor = (end - start) / (to - from);
  scale.offset = start - scale.factor * from;
}

/** Position of `value` in px; not finite where a log axis has no place for it. */
export function position(scale: Scale, value: number): number {
  return scale.offset + scale.factor * (scale.log ? Math.log10(value) : value);
}

/** The value at `pixel`: the inverse of `position`. */
export function valueAt(scale: Scale, pixel: number): number {
  const value = (pixel - scale.offset) / scale.factor;
  return scale.log ? 10 ** value : value;
}
