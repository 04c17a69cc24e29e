/** The numbers of a figure and what it measures, as tables. */

import { element, setText } from '../../controls/element.ts';
import type { NumberSpec, ObservableSpec } from '../../kernel/manifest.ts';
import { manifestOf } from '../../kernel/registry.ts';
import { seedSpec } from '../../params/spec.ts';
import { texOf } from '../../plot/tex.ts';
import { manifestOfRun } from '../definition.ts';
import type { Figure } from '../figure.ts';
import { section } from './section.ts';

export interface Numbers {
  readonly elements: readonly HTMLElement[];
  /** Writes the values as they are now. */
  show(): void;
}

export function createNumbers(figure: Figure): Numbers {
  const specs: [string, NumberSpec][] = [...figure.params.values()].map(({ name, spec }) => [name, spec]);
  const cells = new Map<string, HTMLElement>();
  const row = (name: string, spec: NumberSpec, symbol: Node | string) => {
    const now = element('td', { class: 'now', 'data-name': name });
    cells.set(name, now);
    const range = `${spec.min} to ${spec.max}${spec.integer ? ', integer' : ''}`;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, symbol, ' ', element('code', {}, name)),
      element('td', { class: 'meaning' }, spec.meaning),
      now,
      element('td', { class: 'default' }, `${spec.default}`),
      element('td', { class: 'range' }, range),
    );
  };
  const rows = [...specs.map(([name, spec]) => row(name, spec, symbolOf(spec))), row('seed', seedSpec, '')];
  const heads = ['Number', 'Meaning', 'Now', 'Default', 'Range'].map((head) => element('th', { scope: 'col' }, head));
  return {
    elements: [
      section('Numbers', table('numbers', element('tr', {}, ...heads), rows)),
      section('Measured', table('measured', undefined, measured(figure))),
    ],
    show() {
      for (const [name, cell] of cells) setText(cell, `${figure.store.get(name)}`);
    },
  };
}

/** What the kernels measure, each observable once: those of one name, symbol and meaning are the same. */
function measured({ demo }: Figure): HTMLElement[] {
  const seen = new Map<string, HTMLElement>();
  for (const run of Object.values(demo.runs)) {
    for (const [name, spec] of Object.entries<ObservableSpec>(manifestOfRun(run, manifestOf).observables)) {
      const head = element('th', { scope: 'row' }, spec.symbol ? symbolOf(spec) : '', ' ', element('code', {}, name));
      const row = element('tr', {}, head, element('td', { class: 'meaning' }, spec.meaning));
      seen.set([name, spec.symbol, spec.meaning].join('\n'), row);
    }
  }
  return [...seen.values()];
}

function table(name: string, head: HTMLElement | undefined, rows: readonly HTMLElement[]): HTMLElement {
  const parts = [...(head ? [element('thead', {}, head)] : []), element('tbody', {}, ...rows)];
  return element('table', { class: name }, ...parts);
}

/** The symbol as the build has rendered it. */
function symbolOf({ symbol }: { readonly symbol: string }): HTMLElement {
  const node = element('span', { class: 'symbol' });
  node.innerHTML = texOf(symbol);
  return node;
}
