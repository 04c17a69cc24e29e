/** The entry of a thread: the loader of TypeScript first, since threads do not inherit it, hence plain JavaScript. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
