/** How far a sweep is, on stderr: a bar on a terminal, a line now and then elsewhere. */
import type { Progress } from '../../sweep/pool.ts';

export interface Meter {
  /** Milliseconds from one showing to the next. */
  readonly pause: number;
  show(progress: Progress): void;
  /** Leaves the line to whoever writes next. */
  end(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const pauses = { bar: 200, line: 30_000 };
const width = 30;

/** @param before points that were there already. */
export function createMeter(out: Terminal, before: number): Meter {
  return {
    pause: out.isTTY ? pauses.bar : pauses.line,
    show({ done, total, msLeft }) {
      const [all, have] = [before + total, before + done];
      const left = msLeft === undefined ? '' : `, ${timeText(msLeft)} left`;
      const words = `${have} of ${all} points${left}`;
      out.write(out.isTTY ? `\r${bar(have / all)} ${words}${clear}` : `${words}\n`);
    },
    end() {
      if (out.isTTY) out.write(`\r${clear}`);
    },
  };
}

/** Empties the rest of the terminal's line. */
const clear = '\u001b[K';

function bar(fraction: number): string {
  const full = Math.floor(width * fraction);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}

/** `0:42`, `12:05`, `3:07:00`. */
export function timeText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
