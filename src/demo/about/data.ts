/** A figure to take away: its picture, and for each run the data, the command that repeats it and the kernel's source. */
import sources from 'virtual:kernel-sources';
import { button, element, setText } from '../../controls/element.ts';
import { download } from '../../export/download.ts';
import { messageOf } from '../../kernel/failure.ts';
import { manifestOf } from '../../kernel/registry.ts';
import { createCopy } from './copy.ts';
import { section } from './section.ts';
import type { Subject } from './subject.ts';
import { type RunTable, tableOf } from './table.ts';

export interface Data {
  readonly elements: readonly HTMLElement[];
  /** Writes the commands as they are now. */
  show(): void;
}

export function createData(subject: Subject): Data {
  const runs = Object.keys(subject.figure.demo.runs).map((name) => createRun(subject, name));
  return {
    elements: [section('Picture', createPicture(subject)), section('Data', ...runs.map((run) => run.element))],
    show() {
      for (const run of runs) run.show();
    },
  };
}

/** Names of files: what it is, and the seed that repeats it. */
const fileName = (parts: readonly string[], { figure }: Subject, ending: string): string =>
  `${[...parts, `seed${figure.store.get('seed')}`].join('-')}.${ending}`;

function createPicture(subject: Subject): HTMLElement {
  const { name, figure, drawing } = subject;
  const { claim, alt } = figure.demo;
  const failure = element('p', { role: 'status', class: 'aside' });
  const save = async (ending: 'svg' | 'png') => {
    try {
      const { svgOf } = await import('../../export/svg.ts');
      const svg = await svgOf(drawing, { title: claim, description: alt });
      const file = fileName([name], subject, ending);
      if (ending === 'svg') return download(file, svg, 'image/svg+xml');
      const { pngOf } = await import('../../export/png.ts');
      download(file, await pngOf(svg));
    } catch (error) {
      setText(failure, `The picture could not be made: ${messageOf(error)}`);
    }
  };
  const buttons = [
    button('SVG', () => void save('svg'), 'Picture as SVG'),
    button('PNG', () => void save('png'), 'Picture as PNG'),
  ];
  return element('div', {}, element('p', { class: 'buttons' }, ...buttons), failure);
}

function createRun(subject: Subject, name: string) {
  const { figure } = subject;
  const { kernel } = figure.demo.runs[name] as { kernel: string };
  const manifest = manifestOf(kernel);
  const extent = element('p', { class: 'aside' });
  const command = element('code', { tabindex: '0', role: 'group', 'aria-label': `Command that repeats ${name}` });
  const repeat = element(
    'div',
    { class: 'repeat' },
    element('p', {}, 'The same numbers to the last bit, in a copy of the project:'),
    element('pre', { class: 'command' }, command),
    createCopy(command, `the command of ${name}`),
  );
  const show = () => {
    const table = tableOf(subject, name, manifest);
    repeat.hidden = table === undefined;
    for (const save of buttons) save.disabled = table === undefined;
    setText(extent, table?.extent ?? 'No rows yet: let it run.');
    writeCommand(command, table?.command ?? '');
  };
  const save = (ending: string, type: string, write: (table: RunTable) => string) =>
    button(
      ending.toUpperCase(),
      () => {
        show();
        const table = tableOf(subject, name, manifest);
        if (table) download(fileName([subject.name, name], subject, ending), write(table), type);
      },
      `Data of ${name} as ${ending.toUpperCase()}`,
    );
  const buttons = [
    save('csv', 'text/csv', (table) => table.csv()),
    save('json', 'application/json', (table) => table.json()),
  ];
  const head = element('h3', {}, manifest.title, ' ', element('code', {}, name));
  return {
    element: element(
      'div',
      { class: 'run', 'data-run': name },
      head,
      element('p', { class: 'buttons' }, ...buttons),
      extent,
      repeat,
      createSource(kernel),
    ),
    show,
  };
}

/** A line ends between words and not at their hyphens. */
function writeCommand(node: HTMLElement, command: string): void {
  if (node.textContent === command) return;
  const words = command.split(' ').flatMap((word) => [' ', element('span', {}, word)]);
  node.replaceChildren(...words.slice(1));
}

/** The text of `kernel.ts`, which is loaded when somebody opens it. */
function createSource(kernel: string): HTMLElement {
  const text = element('code', { tabindex: '0', role: 'group', 'aria-label': `Source of ${kernel}` });
  const copy = createCopy(text, `the source of ${kernel}`);
  const source = element(
    'details',
    {},
    element('summary', {}, 'Source of the kernel'),
    element('pre', { class: 'source' }, text),
    copy,
  );
  copy.hidden = true;
  source.addEventListener('toggle', async () => {
    if (!source.open || !copy.hidden) return;
    try {
      setText(text, (await sources[kernel]?.()) ?? '');
      copy.hidden = false;
    } catch (error) {
      setText(text, `The source could not be loaded: ${messageOf(error)}`);
    }
  });
  return source;
}
