/** Data to pixels, by the scales of d3. Each belongs to one axis of one chart, which sets its domain and its range. */
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';

/** Called with a value it gives px; not finite where it has no place for the value. */
export type Scale = ScaleContinuousNumeric<number, number, number>;

export function createScale(axis: string, type: 'linear' | 'log', domain: readonly [number, number]): Scale {
  const scale = (type === 'log' ? scaleLog() : scaleLinear()).unknown(Number.NaN);
  setDomain(axis, scale, domain);
  return scale;
}

export function isLog(scale: Scale): boolean {
  return 'base' in scale;
}

/** @throws unless `domain` is two different finite numbers, positive on a log axis. */
export function setDomain(axis: string, scale: Scale, domain: readonly [number, number]): void {
  const [from, to] = domain;
  const log = isLog(scale);
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === to || (log && !(from > 0 && to > 0))) {
    const wanted = log ? 'two different positive numbers' : 'two different finite numbers';
    throw new Error(`chart: domain of the ${axis} axis is [${from}, ${to}], expected ${wanted}`);
  }
  scale.domain(domain);
}
