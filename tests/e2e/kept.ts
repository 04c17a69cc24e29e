/** What a page has in hand: its workers, and the alarms that wait for them. */

declare global {
  interface Window {
    workers: Worker[];
    /** Timers of ten seconds or more that run, by their number: what they do when they ring. */
    alarms: Map<number, () => void>;
  }
}

/** Runs in the page before its scripts. */
export function keep(): void {
  window.workers = [];
  window.alarms = new Map();
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      window.workers.push(this);
    }
  };
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = ((action: () => void, delay: number, ...values: []) => {
    const id = setTimeout(action, delay, ...values);
    if (delay >= 10_000) window.alarms.set(id, action);
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    clearTimeout(id);
    window.alarms.delete(Number(id));
  };
}

/** Rings every alarm that is set, now. */
export function ring(): void {
  for (const action of [...window.alarms.values()]) action();
}
