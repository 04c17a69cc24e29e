/**
 * Once before the browser tests: builds the site and the single files from a copy of the project that has the rehearsal
 * beside its own talks, and serves the site.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { slidesFolder, talkNames } from '../../src/talk/site.ts';
import { copyProject } from '../project.ts';
import { serve } from '../serve.ts';
import { fourToThree } from './four-to-three.ts';
import { rehearsal } from './rehearsal.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the site, with a slash at its end. */
    site: string;
    /** Folder of the copied project, with the site in `dist` and the single files in `dist-single`. */
    project: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => void> {
  const project = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
  const page = path.join(slidesFolder, talkNames()[0] as string, 'index.html');
  const shell = readFileSync(page, 'utf8');
  copyProject(project, { ...rehearsal(shell), ...fourToThree(shell) });
  const { NODE_ENV, SITE_URL, ...env } = process.env;
  const run = (command: string, ...args: string[]) =>
    promisify(execFile)(path.join(project, 'node_modules/.bin', command), args, { cwd: project, env });
  const [host] = await Promise.all([
    serve(path.join(project, 'dist'), '/some/where/'),
    run('tsx', 'src/build/site.ts'),
    run('tsx', 'src/build/single.ts'),
  ]);
  provide('site', host.url);
  provide('project', project);
  return () => {
    host.close();
    rmSync(project, { recursive: true });
  };
}
