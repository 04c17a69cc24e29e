/** Starts the deck of a talk's page. A part that fails is reported and left out; the slides are shown all the same. */
import './deck.css';
import Reveal from 'reveal.js';
import { followTheme, rememberedTheme, showTheme } from './appearance.ts';
import { report } from './figures.ts';
import { foldFragments } from './fragments.ts';
import { bindKeys } from './keyboard.ts';
import { plainNotes } from './notes.ts';
import { deckOptions } from './options.ts';
import { watchPage } from './page-size.ts';
import { asksForPrint, preparePrint } from './print.ts';
import { watchStage } from './stage.ts';
import { scrollUpright } from './upright.ts';

/** A font that does not come must not keep the talk from starting, ms. */
const longestWait = 3000;

async function fontsReady(): Promise<void> {
  document.body.getBoundingClientRect();
  await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, longestWait))]);
}

async function start(): Promise<void> {
  const reveal = document.querySelector<HTMLElement>('.reveal');
  if (!reveal) throw new Error('no <div class="reveal"> on this page');
  const isPrint = asksForPrint(location.search);
  showTheme(isPrint ? 'light' : rememberedTheme());
  await Promise.all([fontsReady(), import('../demo/live-demo.ts').catch(report)]);

  plainNotes();
  const deck = new Reveal(reveal, deckOptions(reveal.dataset));
  const parts = isPrint ? [preparePrint] : [foldFragments, watchStage, bindKeys, followTheme];
  for (const part of parts) attempt(() => part(deck));
  await deck.initialize();
  for (const part of isPrint ? [] : [scrollUpright, watchPage]) attempt(() => part(deck));
  reveal.setAttribute('role', 'region');
  reveal.setAttribute('aria-label', document.title);
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
