/** The numbers of one figure as they are now: the only mutable truth on the page, and it lives outside the DOM. */
export interface Store {
  get(name: string): number;
  /** Sets several numbers at once; listeners hear once, with the names that changed, and not at all for none. */
  set(values: Readonly<Record<string, number>>): void;
  /** Counts the sets that changed something. */
  readonly version: number;
  entries(): Iterable<[string, number]>;
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;
}

/** @throws from `get` and `set` for a name that `initial` does not have. */
export function createStore(initial: Iterable<readonly [string, number]>): Store {
  const values = new Map(initial);
  const listeners = new Set<(changed: ReadonlySet<string>) => void>();
  let version = 0;
  const known = (name: string): number => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no number "${name}", expected one of: ${[...values.keys()].join(', ')}`);
    return value;
  };
  return {
    get: known,
    set(next) {
      const changed = new Set(Object.keys(next).filter((name) => !Object.is(known(name), next[name])));
      for (const name of changed) values.set(name, next[name] as number);
      if (changed.size === 0) return;
      version++;
      for (const listener of listeners) listener(changed);
    },
    get version() {
      return version;
    },
    entries: () => values.entries(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
