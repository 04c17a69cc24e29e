// @vitest-environment happy-dom
/** What a figure says of itself, and that it stays true while the figure goes on. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { version } from '../../kernel/version.ts';
import { walk } from '../../session/fixtures/walk.ts';
import { rehearse } from '../fixtures/rehearsal.ts';
import { createAbout } from './about.ts';

vi.mock('../../kernel/registry.ts', () => ({ manifestOf: () => walk }));
vi.mock('../../plot/tex.ts', () => ({ texOf: (symbol: string) => `<i>${symbol}</i>` }));
vi.mock('virtual:kernel-sources', () => ({ default: { walk: async () => 'export function step(): void {}\n' } }));
vi.mock('virtual:references', () => ({
  project: { title: 'Project & sons', authors: ['The crew'], year: '2026' },
  kernels: {
    walk: {
      role: 'simulation',
      references: [
        { key: 'a', text: 'Walker 1905', title: 'On <b>walks</b>', link: 'https://doi.org/10.1/a' },
        { key: 'b', text: 'Sitter 1906', title: '', link: '' },
      ],
    },
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function aboutWalk() {
  const { figure, frames } = await rehearse({
    runs: { walk: { kernel: 'walk' }, bound: { kernel: 'walk', fixed: { gain: 0.1 } } },
  });
  const link = vi.fn((hidden: readonly string[]) => ({ href: `https://host/#${figure.tick}${hidden}`, note: 'Near.' }));
  const drawing = document.createElement('div');
  const about = createAbout({ name: 'walk-settles', figure, drawing, controls: ['drive', 'seed'], link });
  document.body.replaceChildren(about.element);
  const all = (selector: string) => [...about.element.querySelectorAll<HTMLElement>(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
  return { figure, frames, about, all, texts, link };
}

test('it says what is shown, what computes it and on which papers that rests, as plain text', async () => {
  const { about, texts, all } = await aboutWalk();
  const text = about.element.textContent ?? '';
  expect(text).toContain('A place over time.');
  expect(text).toContain('A walk for tests. Simulation. Here gain = 0.1, whatever the figure is set to.');
  expect(texts('.works li')).toEqual(['Walker 1905: On <b>walks</b>', 'Sitter 1906']);
  expect(all('.works a').map((a) => a.getAttribute('href'))).toEqual(['https://doi.org/10.1/a']);
  expect(texts('.measured tr')).toEqual(['t ttime, half a unit per step', 'x xplace']);
});

test('it has every number with its range, its default and its present value', async () => {
  const { figure, texts } = await aboutWalk();
  const rows = texts('.numbers tbody tr');
  expect(rows.slice(0, 2)).toEqual(['n nsites331 to 9, integer', 'd drivedrive11-20 to 20']);
  expect(rows).toHaveLength(4);
  figure.store.set({ drive: 5 });
  vi.runAllTimers();
  expect(texts('.numbers tbody tr')[1]).toBe('d drivedrive51-20 to 20');
});

test('it has no command before there are rows, and then the one that repeats them', async () => {
  const { figure, frames, texts, all } = await aboutWalk();
  const buttons = () => all('.run .buttons button').map((button) => (button as HTMLButtonElement).disabled);
  expect(buttons()).toEqual([true, true, true, true]);
  expect(all('.repeat').every(({ hidden }) => hidden)).toBe(true);
  figure.play();
  frames(3);
  figure.pause();
  vi.runAllTimers();
  expect(buttons()).toEqual([false, false, false, false]);
  expect(texts('.repeat code')).toEqual(
    [0.5, 0.1].map(
      (gain) =>
        `npm run -s glassdeck -- run walk --n 3 --drive 1 --gain ${gain} --seed 1 --steps ${figure.tick} --every 1`,
    ),
  );
});

test('while the figure plays it follows once a second, and at once when it rests', async () => {
  const { figure, frames, link } = await aboutWalk();
  figure.play();
  const before = link.mock.calls.length;
  for (let k = 0; k < 5; ++k) {
    frames(1);
    vi.advanceTimersByTime(100);
  }
  expect(link.mock.calls.length).toBe(before);
  vi.advanceTimersByTime(600);
  expect(link.mock.calls.length).toBe(before + 1);
  frames(1);
  figure.pause();
  vi.advanceTimersByTime(0);
  expect(link.mock.calls.length).toBe(before + 2);
});

test('the link leaves out what is ticked, and says what its reader must know', async () => {
  const { all, about } = await aboutWalk();
  const field = about.element.querySelector<HTMLInputElement>('.link input');
  expect(field?.value).toBe('https://host/#0');
  (all('input[value="seed"]')[0] as HTMLInputElement).click();
  expect(field?.value).toBe('https://host/#0seed');
  expect(about.element.textContent).toContain('Near.');
});

test('it is cited by its claim, its version and its link', async () => {
  const { about, texts } = await aboutWalk();
  expect(about.element.textContent).toContain(
    `The crew, \u201cThe walk settles\u201d, live figure in Project & sons, version ${version} (2026). https://host/#0`,
  );
  expect(texts('.entry')[0]?.replace(/ +/g, ' ')).toBe(
    `@misc{walk-settles,\n author = {{The crew}},\n title = {{The walk settles}},\n ` +
      `howpublished = {Live figure in Project \\& sons},\n version = {${version}},\n year = {2026},\n url = {https://host/#0},\n}`,
  );
});

test('the source comes when somebody opens it', async () => {
  const { all } = await aboutWalk();
  const [details] = all('details') as [HTMLDetailsElement];
  expect(details.textContent).not.toContain('export');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(details.querySelector('pre')?.textContent).toBe('export function step(): void {}\n'));
});

test('it lets go of the figure', async () => {
  const { figure, about, link } = await aboutWalk();
  about.destroy();
  const before = link.mock.calls.length;
  figure.store.set({ drive: 5 });
  vi.runAllTimers();
  expect(link.mock.calls.length).toBe(before);
});
