/** What the figure shows, which kernels run in it, and the papers that they rest on. */
import { kernels, type Reference } from 'virtual:references';
import { element } from '../../controls/element.ts';
import type { Values } from '../../kernel/manifest.ts';
import { manifestOf } from '../../kernel/registry.ts';
import type { LiveSweep } from '../../sweep/live.ts';
import type { Figure } from '../figure.ts';
import { section } from './section.ts';

/** The figure in a few sentences: what is seen, and what computes it. */
export function createWords({ demo }: Figure): HTMLElement[] {
  const runs = Object.entries(demo.runs).map(([name, { kernel, fixed = {}, sweep }]) => {
    const { title, theory } = manifestOf(kernel);
    const isPredicted = theory !== undefined && Object.values(demo.runs).some((other) => other.kernel === theory);
    const sentences = [
      `${capital(kernels[kernel]?.role ?? 'simulation')}.`,
      isPredicted && `Its theory: ${manifestOf(theory).title}.`,
      sweep && sweepText(sweep),
      Object.keys(fixed).length > 0 && `Here ${equations(fixed)}, whatever the figure is set to.`,
    ];
    const identity = element(
      'p',
      { class: 'aside' },
      'run ',
      element('code', {}, name),
      ', kernel ',
      element('code', {}, kernel),
    );
    return element(
      'li',
      {},
      element('p', {}, element('strong', {}, `${title}. `), sentences.filter(Boolean).join(' ')),
      identity,
    );
  });
  return [
    section('What it shows', element('p', {}, demo.alt)),
    section('Model and method', element('ul', {}, ...runs)),
  ];
}

/** The papers of all runs, each once. */
export function createReferences({ demo }: Figure): HTMLElement[] {
  const cited = Object.values(demo.runs).flatMap(({ kernel }) => kernels[kernel]?.references ?? []);
  const works = new Map(cited.map((work) => [work.key, work]));
  if (works.size === 0) return [];
  return [section('References', element('ul', { class: 'works' }, ...[...works.values()].map(item)))];
}

function item({ text, title, link }: Reference): HTMLElement {
  const place = link ? element('a', { href: link, target: '_blank', rel: 'noopener' }, text) : text;
  return element('li', {}, place, ...(title ? [': ', element('i', {}, title)] : []));
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const sweepText = ({ grid, steps, until }: LiveSweep): string => {
  const lists = Object.entries(grid).map(([name, values]) => `${name} = ${values.join(', ')}`);
  return `With many seeds at ${lists.join('; ')}: up to ${steps} steps, a success where ${until}.`;
};

const equations = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
