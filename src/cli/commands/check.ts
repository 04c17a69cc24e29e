/** `glassdeck check`: a rehearsal without an audience. What would be seen or missed on stage is said with its line. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/root.ts';
import { themes } from '../../deck/appearance.ts';
import { parseBibtex } from '../../talk/bibliography.ts';
import { type Complain, describe, type Problem, sorted } from '../../talk/problem.ts';
import { createSite, slidesFolder } from '../../talk/site.ts';
import { type RenderedTalk, renderTalk } from '../../talk/talk.ts';
import { rehearse } from '../check/rehearse.ts';
import { delays } from '../check/schedule.ts';
import { type Command, readFlags } from '../command.ts';
import { readTalk } from '../talk.ts';

const usage = `glassdeck check TALK
  goes through the talk in Chromium, each state of each slide in each theme, and lists what is wrong with file and line:
  words that overflow or overlap, figures that fail or lack words, pale colours, unused references, too little time`;

async function run(args: string[]): Promise<void> {
  const { positionals } = readFlags(args, () => undefined, []);
  const name = readTalk('check', positionals);
  const site = createSite(true);
  const talk = await site.talk(name);
  const problems = [...talk.problems, ...uncited(talk)];
  let scope = 'its page is looked at when these are mended';
  if (talk.problems.length === 0) {
    console.error(`Rehearsing ${name} ...`);
    const lined = renderTalk(path.join(slidesFolder, name), await site.figures(), true, true);
    const { slides, complaints } = await rehearse(talk, lined);
    const complain = complainIn(talk, problems);
    for (const { line, message } of complaints) complain(line, message);
    for (const { slide, message } of delays(slides, talk.meta.duration)) {
      complain(slide?.line ?? lineIn(talkFile(talk), /^duration\s*:/m), message);
    }
    scope = `${slides.length} slides in ${slides.reduce((sum, { states }) => sum + states, 0)} states, ${themes.length} themes`;
  }
  for (const problem of sorted(problems)) console.log(describe(problem));
  console.log(
    `${name}: ${problems.length === 0 ? 'nothing wrong' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}, ${scope}`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

/** Paths below the project's root. */
const fileOf = ({ name }: RenderedTalk, file: string) => path.relative(root, path.join(slidesFolder, name, file));
const talkFile = (talk: RenderedTalk) => fileOf(talk, 'talk.md');

function complainIn(talk: RenderedTalk, problems: Problem[]): Complain {
  return (line, message) => problems.push({ file: talkFile(talk), line, message });
}

/** Works of the talk's own bibliography that it does not cite. */
function uncited(talk: RenderedTalk): Problem[] {
  const file = fileOf(talk, 'refs.bib');
  if (!existsSync(path.join(root, file))) return [];
  const source = readFileSync(path.join(root, file), 'utf8');
  const keys = source.split('\n').map((text) => /^\s*@\w+\s*[{(]\s*([^\s,]+)\s*,/.exec(text)?.[1]);
  const unused = [...parseBibtex(source).works.keys()].filter((key) => !talk.cited.includes(key));
  return unused.map((key) => ({
    file,
    line: keys.indexOf(key) + 1,
    message: `"${key}" is never cited, expected [@${key}]`,
  }));
}

/** The line of the first match. */
function lineIn(file: string, pattern: RegExp): number {
  const source = readFileSync(path.join(root, file), 'utf8');
  return source.slice(0, source.search(pattern)).split('\n').length;
}

export default { usage, run } satisfies Command;
