/** The command line in the copy of the project that the browser tests share. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function glassdeck(...args: string[]): Promise<Outcome> {
  const cwd = inject('project');
  const tsx = path.join(cwd, 'node_modules/.bin/tsx');
  const { NODE_ENV, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/main.ts', ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** Adds files to the copy, by path from its root; gives a function that takes their folders away again. */
export function addToProject(files: Readonly<Record<string, string>>): () => void {
  const paths = Object.entries(files).map(([file, text]) => [path.join(inject('project'), file), text] as const);
  for (const [file, text] of paths) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return () => {
    for (const [file] of paths) rmSync(path.dirname(file), { recursive: true, force: true });
  };
}
