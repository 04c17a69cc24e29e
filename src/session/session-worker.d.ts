/** Resolved by the build to `worker-url.ts` or, for a single file, to `worker-inline.ts`. */
declare module '#session-worker' {
  export const makeWorker: () => Worker;
}
