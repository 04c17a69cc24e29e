/** Starts the deck of a talk's page, or the decks of a page that has several. A part that fails is reported and left out; the slides are shown all the same. */
import './deck.css';
import '../offline/register.ts';
import Reveal from 'reveal.js';
import { keepAddress } from './address.ts';
import { followTheme, rememberedTheme, showTheme } from './appearance.ts';
import { report } from './figures.ts';
import { foldFragments } from './fragments.ts';
import { groupHelp } from './help.ts';
import { bindKeys } from './keyboard.ts';
import { showLaser } from './laser.ts';
import { linkToSlide, nameStrays } from './link.ts';
import { plainNotes } from './notes.ts';
import { deckOptions } from './options.ts';
import { arrangeOverview } from './overview.ts';
import { watchPage } from './page-size.ts';
import { preparePaper } from './paper.ts';
import { asksForPrint, preparePrint } from './print.ts';
import { showQr } from './qr.ts';
import { withKnownQuery } from './query.ts';
import type { Deck } from './reveal.ts';
import { drawSeeds } from './seeds.ts';
import { watchStage } from './stage.ts';
import { scrollUpright } from './upright.ts';
import { joinWindows } from './windows.ts';

/** A font that does not come must not keep the talk from starting, ms. */
const longestWait = 3000;

async function fontsReady(): Promise<void> {
  document.body.getBoundingClientRect();
  await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, longestWait))]);
}

async function start(): Promise<void> {
  const roots = [...document.querySelectorAll<HTMLElement>('.reveal')];
  if (roots.length === 0) throw new Error('no <div class="reveal"> on this page');
  const isPrint = asksForPrint(location.search);
  showTheme(isPrint ? 'light' : rememberedTheme());
  attempt(followTheme);
  attempt(() => tellApart(roots));
  attempt(() => drawSeeds(roots, isPrint));
  await Promise.all([fontsReady(), import('../demo/live-demo.ts').catch(report)]);
  plainNotes();
  for (const root of roots) await startDeck(root, isPrint, roots.length > 1).catch(report);
  attempt(() => nameStrays(roots));
}

/** Figures of a second deck are not those of the first, whatever their slides are called. */
function tellApart(roots: readonly HTMLElement[]): void {
  roots.slice(1).forEach((root, k) => {
    for (const figure of root.querySelectorAll<HTMLElement>('[data-figure]')) {
      figure.dataset.figure = `${k + 2}:${figure.dataset.figure}`;
    }
  });
}

/** @param isOneOfMany takes the keys when it has the focus, and leaves the page's address alone. */
async function startDeck(root: HTMLElement, isPrint: boolean, isOneOfMany: boolean): Promise<void> {
  const deck = new Reveal(root, deckOptions(root.dataset, isOneOfMany));
  const parts = isPrint ? [preparePrint] : [foldFragments, watchStage, bindKeys, arrangeOverview, groupHelp, bindTools];
  for (const part of parts) attempt(() => part(deck));
  if (!isOneOfMany) attempt(() => keepAddress(deck));
  await withKnownQuery(() => deck.initialize());
  const rest = isPrint ? [] : [preparePaper, scrollUpright, ...(isOneOfMany ? [] : [watchPage])];
  for (const part of rest) attempt(() => part(deck));
  root.setAttribute('role', 'region');
  root.setAttribute('aria-label', document.title);
}

function bindTools(deck: Deck): void {
  showQr(deck, () => linkToSlide(deck));
  joinWindows(deck, showLaser(deck)).catch(report);
}

function attempt(part: () => void): void {
  try {
    part();
  } catch (error) {
    report(error);
  }
}

start().catch((error: unknown) => {
  document.documentElement.classList.add('unstarted');
  report(error);
});
