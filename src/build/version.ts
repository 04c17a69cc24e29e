import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

/** The project's version, from its package.json. */
export const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
