/** Pictures of a talk: the still of each figure, and its first page for the gallery and for whoever gets a link to it. */
import { stillOf } from '../../talk/figures.ts';
import { cardSize } from '../../talk/sharing.ts';
import { type Complain, shownFigures } from './figures.ts';
import { density, type Picture, type Pictures, type Studio, type Visitor } from './studio.ts';

/**
 * Opens the talk at `url` as it is printed, and takes the still of each of its figures.
 *
 * @param complain hears of figures that fail: they have no still.
 * @param wanted pixels for each CSS px.
 */
export function takeStills(studio: Studio, url: string, complain: Complain, wanted: number): Promise<Pictures> {
  return studio.visit(`${url}?view=print`, (visitor) => stills(visitor, complain, wanted));
}

/** The stills, and `still.webp`, `still-dark.webp`, `card.png` of the first page. */
export function takeTalk(studio: Studio, url: string, complain: Complain): Promise<Pictures> {
  return studio.visit(`${url}?view=print`, async (visitor) => {
    const pictures = await stills(visitor, complain);
    const { page, webp, png } = visitor;
    await page.setViewportSize(cardSize);
    await page.evaluate(fillWindow);
    const card = await png(cardSize);
    const box = await page.locator('.pdf-page').first().boundingBox();
    if (!box) throw new Error(`${url}: the first page is not to be seen`);
    pictures.set('card.png', card).set('still.webp', await webp(box, 1));
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    return pictures.set('still-dark.webp', await webp(box, 1));
  });
}

/** A figure behind words is pale and without lines: half as many pixels do. */
async function stills({ page, webp }: Visitor, complain: Complain, wanted = density): Promise<Pictures> {
  await page.waitForFunction(() => window.deckPrintReady !== undefined);
  await page.evaluate(() => window.deckPrintReady);
  const taken = new Map<string, Picture>();
  for (const { figure, stage } of await shownFigures(page, complain)) {
    const key = await figure.getAttribute('data-figure');
    if (!key || taken.has(stillOf(key))) continue;
    await stage.scrollIntoViewIfNeeded();
    const box = await stage.boundingBox();
    const isBackground = (await figure.getAttribute('background')) !== null;
    if (box) taken.set(stillOf(key), await webp(box, isBackground ? wanted / 2 : wanted));
  }
  return taken;
}

/** Runs in the page: its first page fills the window as far as it fits, alone. */
function fillWindow(): void {
  const [first, ...others] = document.querySelectorAll<HTMLElement>('.pdf-page');
  for (const page of others) page.style.setProperty('display', 'none', 'important');
  if (!first) return;
  const { width, height } = first.getBoundingClientRect();
  Object.assign(first.style, {
    position: 'fixed',
    zIndex: '1',
    inset: '50% auto auto 50%',
    width: `${width}px`,
    translate: '-50% -50%',
    background: 'var(--paper)',
    scale: `${Math.min(innerWidth / width, innerHeight / height)}`,
  });
}
