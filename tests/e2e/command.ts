/** The command line in a copy of the project. */
import { execFile } from 'node:child_process';
import path from 'node:path';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `glassdeck` with these arguments in the folder `cwd`. */
export function glassdeck(cwd: string, ...args: string[]): Promise<Outcome> {
  const tsx = path.join(cwd, 'node_modules/.bin/tsx');
  const { NODE_ENV, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/main.ts', ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
