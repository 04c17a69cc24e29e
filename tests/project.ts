/** A copy of the project, to which a test may add and which it may edit; its dependencies are those of the original. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../src/build/root.ts';

const parts = [
  'assembly',
  'slides',
  'src',
  'CITATION.cff',
  'asconfig.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** Copies the project to `folder`, with `files` beside its own: text by path from the project's root. */
export function copyProject(folder: string, files: Readonly<Record<string, string>>): void {
  for (const part of parts) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
