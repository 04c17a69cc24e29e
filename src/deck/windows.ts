/**
 * The windows of one talk: the pane in which the speaker sees the present slide calls the window of the audience, which
 * lets it see and steer its figures, takes its keys and shows where the speaker points.
 */
import { audience } from '../mirror/audience.ts';
import { hostPanes } from '../mirror/host.ts';
import { roleOf } from '../mirror/role.ts';
import type { Laser } from './laser.ts';
import type { Deck } from './reveal.ts';

export async function joinWindows(deck: Deck, laser: Laser): Promise<void> {
  const line = audience;
  if (line) {
    laser.onMove((place) => line.post(place ? { type: 'point', at: [place.x, place.y] } : { type: 'point' }));
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
    pointed(at) {
      if (at) laser.moveTo(...at);
      else laser.hide();
    },
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
