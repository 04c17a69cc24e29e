/**
 * The keys that `?` shows, in groups. Whoever binds a key names its group before a colon, `Figure: reset to its start`;
 * the rows of reveal.js have no group, and get one and words here.
 */
import { openDialogs } from './covers.ts';
import { keyOwner } from './key-policy.ts';
import type { Deck } from './reveal.ts';

export interface Shortcut {
  readonly key: string;
  readonly words: string;
}

/** What reveal.js says of its keys, and what they do in our words. Of the keys that travel it says too little. */
const ours: Readonly<Record<string, string>> = {
  'Next slide': '',
  'Previous slide': '',
  'Navigate left': '',
  'Navigate right': '',
  'Navigate up': '',
  'Navigate down': '',
  'Navigate without fragments': 'Slides: whole slides, without the steps between',
  'Jump to first/last slide': 'Slides: first and last',
  'Jump to slide': 'Slides: go to a number, an id or a word, then Enter',
  'Slide overview': 'Slides: all of them',
  Pause: 'Stage: black, and back',
  Fullscreen: 'Stage: full screen',
  'Speaker notes view': 'Stage: speaker view',
};
const remaining = 'More';

const inLine: readonly Shortcut[] = [
  { key: '→ , ↓ , SPACE , N , L , J', words: 'Slides: next' },
  { key: '← , ↑ , SHIFT SPACE , P , H , K', words: 'Slides: previous' },
];
const inStacks: readonly Shortcut[] = [
  { key: 'SPACE , N', words: 'Slides: next' },
  { key: 'SHIFT SPACE , P', words: 'Slides: previous' },
  { key: '← , → , H , L', words: 'Slides: left and right' },
  { key: '↑ , ↓ , K , J', words: 'Slides: up and down' },
];

/** The arrows go along the talk where there is one way to go. */
function travelKeys(deck: Deck): readonly Shortcut[] {
  const isPlane = deck.hasHorizontalSlides() && deck.hasVerticalSlides();
  return isPlane && deck.getConfig().navigationMode !== 'linear' ? inStacks : inLine;
}

/** The shortcuts by group, in the order in which the groups first come up. */
export function grouped(shortcuts: readonly Shortcut[]): Map<string, Shortcut[]> {
  const groups = new Map<string, Shortcut[]>();
  for (const { key, words: theirs } of shortcuts) {
    const words = ours[theirs] ?? theirs;
    if (!words) continue;
    const [, group = remaining, text = words] = /^([^:]+): (.+)$/.exec(words) ?? [];
    groups.set(group, [...(groups.get(group) ?? []), { key, words: text }]);
  }
  return groups;
}

/** The rows of the table that reveal.js has made. */
function shortcutsIn(help: Element): Shortcut[] {
  const rows = [...help.querySelectorAll('tr:has(td)')].map((row) => [...row.children].map((cell) => cell.textContent));
  return rows.map(([key = '', words = '']) => ({ key: key.replace(/\s+/g, ' ').trim(), words }));
}

function sectionOf([group, shortcuts]: [string, readonly Shortcut[]]): HTMLElement {
  const section = document.createElement('div');
  const title = document.createElement('h2');
  title.textContent = group;
  const list = document.createElement('dl');
  for (const { key, words } of shortcuts) {
    const term = document.createElement('dt');
    for (const [index, name] of key.split(/\s*,\s+/).entries()) {
      const cap = document.createElement('kbd');
      cap.textContent = name;
      term.append(index > 0 ? ' ' : '', cap);
    }
    const description = document.createElement('dd');
    description.textContent = words;
    list.append(term, description);
  }
  section.append(title, list);
  return section;
}

/** Opens and closes the help. reveal.js looks for the key of an American keyboard, on which `?` is above the slash. */
function toggle(deck: Deck, event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (
    event.key !== '?' ||
    openDialogs().length > 0 ||
    !deck.isFocused() ||
    keyOwner(event.keyCode, target) === 'control'
  )
    return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!deck.isPaused()) deck.toggleHelp();
}

/** Sets the help of `deck` in groups whenever it opens. */
export function groupHelp(deck: Deck): void {
  window.addEventListener('keydown', (event) => toggle(deck, event), { capture: true });
  deck.on('showhelp', () => {
    const help = deck.getRevealElement()?.querySelector('.r-overlay-help-content');
    if (!help) return;
    const sections = [...grouped([...travelKeys(deck), ...shortcutsIn(help)])].map(sectionOf);
    const title = document.createElement('p');
    title.className = 'title';
    title.textContent = 'Keys';
    help.replaceChildren(title, ...sections);
    help.closest('.r-overlay')?.querySelector('header')?.setAttribute('role', 'presentation');
  });
}
