/** `glassdeck pdf`: a talk as a PDF, a page for each slide, with its figures as vectors and its words as text. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildTalk } from '../../build/talk-file.ts';
import type { PrintedDeck } from '../../deck/print.ts';
import { version } from '../../kernel/version.ts';
import { describe } from '../../talk/problem.ts';
import { createSite } from '../../talk/site.ts';
import type { RenderedTalk } from '../../talk/talk.ts';
import { type Command, type Flags, readFlags } from '../command.ts';
import { withInfo } from '../pdf-info.ts';
import { readTalk, withPage } from '../talk.ts';

const usage = `glassdeck pdf TALK [-o FILE] [--notes] [--fragments]
  writes the talk as a PDF (TALK.pdf), a page for each slide; --notes adds pages with the speaker's notes, --fragments a
  page for each state of a slide. Where a figure fails, its page says why, and so does the command, with status 1`;

async function run(args: string[]): Promise<void> {
  const isKnown = (flag: string) => (flag === 'output' ? flag : undefined);
  const { flags, positionals } = readFlags(args, isKnown, ['output'], ['notes', 'fragments'], { o: 'output' });
  const name = readTalk('pdf', positionals);
  const talk = await createSite(true).talk(name);
  if (talk.problems.length > 0) throw new Error(talk.problems.map(describe).join('\n'));
  const file = String(flags.get('output') ?? `${name}.pdf`);

  console.error(`Building ${name} ...`);
  const html = await buildTalk(name);
  const { pdf, pages, failures, headings } = await withPage(
    html,
    `?view=print${queryOf(flags)}`,
    {},
    ({ page, errors }) => print(page, errors),
  );
  const document = withInfo(pdf, { about: aboutTalk(talk), headings });
  writeFileSync(file, document);
  console.log(`${file}  ${pages} pages  ${(document.length / 1e3).toFixed(0)} kB`);
  if (failures.length > 0) throw new Error(`${file} lacks figures\n${failures.join('\n')}`);
}

/** What overrides the options of the deck. */
function queryOf(flags: Flags['flags']): string {
  return (
    (flags.has('notes') ? '&showNotes=separate-page' : '') +
    (flags.has('fragments') ? '&pdfSeparateFragments=true' : '')
  );
}

interface Printed extends PrintedDeck {
  readonly pdf: Buffer;
  readonly pages: number;
}

async function print(page: Page, errors: readonly string[]): Promise<Printed> {
  await page.waitForFunction(
    () => window.deckPrintReady !== undefined || document.documentElement.matches('.unstarted'),
  );
  console.error('Painting its figures ...');
  const printed = await page.evaluate(() => window.deckPrintReady);
  if (!printed) throw new Error(`the talk does not start: ${errors.join('; ')}`);
  console.error('Writing its pages ...');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return { ...printed, pdf, pages };
}

function aboutTalk({ meta: { title, author, description } }: RenderedTalk): Record<string, string> {
  const known = { Title: title, Author: author, Subject: description, Creator: `Glassdeck ${version}` };
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export default { usage, run } satisfies Command;
