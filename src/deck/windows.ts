/**
 * The windows of one talk: the pane in which the speaker sees the present slide calls the window of the audience, which
 * lets it see and steer its figures, takes its keys and shows where the speaker points.
 */
import { audience } from '../mirror/audience.ts';
import { hostPanes } from '../mirror/host.ts';
import type { Line } from '../mirror/line.ts';
import { roleOf } from '../mirror/role.ts';
import type { Laser } from './laser.ts';
import type { Deck } from './reveal.ts';

export async function joinWindows(deck: Deck, laser: Laser): Promise<void> {
  const line = audience;
  if (line) {
    laser.onMove((place) => line.post(place ? { type: 'point', at: [place.x, place.y] } : { type: 'point' }));
    tellWhere(deck, line);
    return;
  }
  if (roleOf(location.search) === 'upcoming') {
    deck.on('ready', askForState);
    return;
  }
  const { computedFigure } = await import('../demo/figures.ts');
  hostPanes({
    figureOf: computedFigure,
    pressed: (keyCode) => deck.triggerKey(keyCode),
    went: (to) => deck.slide(...to),
    pointed(at) {
      if (at) laser.moveTo(...at);
      else laser.hide();
    },
  });
}

/**
 * Tells the audience's window where the speaker has gone in this pane by a click, a swipe or a jump. The speaker view would
 * do so too, but it also sends back what it was told itself, half a second late, so that quick steps were taken back: it
 * hears no more of this pane than that it is ready.
 */
function tellWhere(deck: Deck, line: Line): void {
  let isTold = false;
  const rest = () => {
    isTold = false;
  };
  const told = () => {
    isTold = true;
    setTimeout(rest);
  };
  const tell = () => {
    const { h, v, f } = deck.getIndices();
    if (!isTold) line.post({ type: 'go', to: f === undefined ? [h, v] : [h, v, f] });
  };
  window.addEventListener('message', told, { capture: true });
  deck.on('ready', () => {
    setTimeout(() => {
      deck.configure({ postMessageEvents: false });
      for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, tell);
    });
  });
}

/**
 * The speaker view tells its panes once where the talk is, as soon as the first of them is ready. The other one, which
 * may be later, says in reveal.js's own words that it is ready too, and is told then.
 */
function askForState(): void {
  const origin = location.protocol === 'file:' ? '*' : location.origin;
  window.parent.postMessage(JSON.stringify({ namespace: 'reveal', eventName: 'ready' }), origin);
}
