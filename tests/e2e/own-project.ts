/** A copy of the project for the tests of one file: what they break there breaks no build of others. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { slidesFolder, talkNames } from '../../src/talk/site.ts';
import { copyProject } from '../project.ts';
import { rehearsal } from './rehearsal.ts';

/**
 * The folder of a copy that has the rehearsal, and the files that `more` makes of the page of a talk; it goes when the
 * tests of the file are done.
 */
export function ownProject(more: (page: string) => Readonly<Record<string, string>> = () => ({})): string {
  const project = mkdtempSync(path.join(tmpdir(), 'glassdeck-own-'));
  const page = readFileSync(path.join(slidesFolder, talkNames()[0] as string, 'index.html'), 'utf8');
  copyProject(project, { ...rehearsal(page), ...more(page) });
  afterAll(() => rmSync(project, { recursive: true }));
  return project;
}
