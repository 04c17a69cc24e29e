/**
 * A part of a plan for one of several machines. Shard `i` of `n` has the points whose index is `i - 1` modulo `n`: all
 * shards have their share of every size, and take about as long.
 */
import type { NumberSpec } from '../kernel/manifest.ts';
import { parseNumber } from '../params/spec.ts';

export interface Shard {
  /** From 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

const partSpec: NumberSpec = { symbol: '', meaning: 'part', min: 1, max: 1e6, default: 1, integer: true };

/** Reads `3/8`. Throws, naming `where`, for what is no shard. */
export function parseShard(where: string, text: string): Shard {
  const [, part, of] = /^([^/]*)\/([^/]*)$/.exec(text) ?? [];
  if (part === undefined || of === undefined) throw new Error(`${where} is no shard, expected PART/PARTS, such as 3/8`);
  const parts = parseNumber(where, 'PARTS', of, partSpec);
  return { part: parseNumber(where, 'PART', part, { ...partSpec, max: parts }), of: parts };
}

export const shardText = ({ part, of }: Shard) => `${part}/${of}`;

export const isInShard = (index: number, { part, of }: Shard) => index % of === part - 1;

/** Which shard of `of` has the point. */
export const shardOf = (index: number, of: number): Shard => ({ part: (index % of) + 1, of });
