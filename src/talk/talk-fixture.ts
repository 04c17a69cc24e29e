/** For tests: a talk from its text, in a folder that is gone afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NumberSpec } from '../kernel/manifest.ts';
import type { FigureSpec, Figures } from './figures.ts';
import { type RenderedTalk, renderTalk } from './talk.ts';

const number = (min: number, max: number, integer = false): NumberSpec => {
  return { symbol: 'x', meaning: '', min, max, default: min, integer };
};

export const stuck: FigureSpec = {
  claim: 'Descent gets stuck.',
  alt: 'A "trail" near the <equator>.',
  ticks: 400,
  params: new Map([
    ['N', { name: 'N', kind: 'setup', spec: number(10, 500, true) }],
    ['m0', { name: 'm0', kind: 'setup', spec: number(0, 1) }],
    ['r', { name: 'r', kind: 'param', spec: number(0, 40) }],
    ['dt', { name: 'dt', kind: 'param', spec: number(0.001, 0.1) }],
  ]),
};

export const figures: Figures = new Map<string, FigureSpec | Error>([
  ['gets-stuck', stuck],
  ['broken', new Error('no kernel "x"')],
]);

/** Four lines, so that a body appended to it begins on line 5. */
export const head = '---\ntitle: A talk\nduration: 30\n---\n';

export const notes = '::: notes\nSay it.\n:::\n';

export const refs = `@article{ck93,
  author = {Cugliandolo, L. F. and Kurchan, Jorge},
  title = {Analytical solution},
  journal = {Phys. Rev. Lett.}, volume = 71, pages = {173--176}, year = 1993, doi = {10.1103/PhysRevLett.71.173}
}
@article{ros19, author = {Ros, V. and Ben Arous, G. and Biroli, G. and Cammarota, C.}, title = {Complex}, year = 2019}
`;

/** Renders `text` as a talk's `talk.md` beside `files`, by name. */
export function renderText(
  text: string,
  files: Readonly<Record<string, string>> = { 'refs.bib': refs },
  standalone = false,
  lines = false,
): RenderedTalk {
  const folder = mkdtempSync(path.join(tmpdir(), 'talk-'));
  try {
    for (const [name, content] of Object.entries({ 'talk.md': text, ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return renderTalk(folder, figures, standalone, lines);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A talk of one slide with this body, its heading on line 5 and the body from line 6. */
export function renderBody(body: string, files?: Readonly<Record<string, string>>, standalone?: boolean): RenderedTalk {
  return renderText(`${head}# A claim {#claim}\n${body}\n${notes}`, files, standalone);
}

/** `line: message` of each problem. */
export function complaints({ problems }: RenderedTalk): string[] {
  return problems.map(({ line, message }) => `${line}: ${message}`);
}
