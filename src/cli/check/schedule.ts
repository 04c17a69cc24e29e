/** Whether a talk fits into its time, by what its slides plan and by what its notes say. */
import type { SlideFacts } from '../../check/page.ts';

/** Words that a speaker says in a minute. */
const pace = 130;
/** The estimate may exceed the plan by this share of it. */
const slack = 0.1;

export interface Delay {
  /** The slide, or undefined for the talk as a whole. */
  readonly slide: SlideFacts | undefined;
  readonly message: string;
}

/** @param duration of the talk, minutes. */
export function delays(slides: readonly SlideFacts[], duration: number): Delay[] {
  const found: Delay[] = [];
  const planned = sum(slides.map(({ seconds }) => seconds ?? 0));
  const available = 60 * duration;
  if (planned > available) {
    const message = `the slides take longer than the talk, ${time(planned)} by their times, expected at most ${time(available)}`;
    found.push({ slide: undefined, message });
  }
  const words = sum(slides.map((slide) => slide.words));
  if (spoken(words) > (1 + slack) * available) {
    found.push({ slide: undefined, message: `the notes take longer than the talk, ${estimate(words, available)}` });
  }
  for (const slide of slides) {
    const { seconds, id } = slide;
    if (seconds === undefined || spoken(slide.words) <= (1 + slack) * seconds) continue;
    found.push({ slide, message: `the notes of "${id}" take longer than its time, ${estimate(slide.words, seconds)}` });
  }
  return found;
}

const spoken = (words: number): number => (60 * words) / pace;

function estimate(words: number, planned: number): string {
  return `${words} words in ${time(spoken(words))} at ${pace} a minute, expected ${time(planned)}`;
}

/** As on a clock: `1:05`. */
function time(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
