/** How long a page waits for a worker that it has asked something: one that died says nothing. */

/** A worker that does not answer for so long, ms, has died: the longest step of a large kernel takes a second. */
const patience = 20_000;
/** An alarm that rings so much too late, ms, was asleep with the page, and the worker too. */
const asleep = 1000;

export interface Patience {
  /** Something was asked. */
  begin(): void;
  /** It was answered, or nobody waits any more. */
  end(): void;
}

/** @param lost hears why nobody needs to wait any longer. */
export function createPatience(lost: (message: string) => void): Patience {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    const since = performance.now();
    clearTimeout(alarm);
    alarm = setTimeout(() => {
      if (performance.now() - since > patience + asleep) begin();
      else lost(`the worker has not answered for ${patience / 1000} s`);
    }, patience);
  };
  return { begin, end: () => clearTimeout(alarm) };
}
