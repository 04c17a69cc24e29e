/** The worker inside the page: what a single file that opens from disk needs. */
import InlineWorker from './worker.ts?worker&inline';

export const makeWorker = (): Worker => new InlineWorker();
