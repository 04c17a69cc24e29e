/** Pictures of a demo: its still, and a card with its claim for whoever gets a link to it. */
import { cardSize } from '../../talk/sharing.ts';
import { type Complain, shownFigures } from './figures.ts';
import type { Pictures, Size, Studio, Visitor } from './studio.ts';

/** CSS px; the same for all demos. */
const stillSize = { width: 800, height: 450 };
/** Wide and high enough to be nobody's phone. */
const wide = { width: 1280, height: 800 };

/** Panels alone, in the window's corner. */
const panelsAlone = `
  nav, footer, h1, .about-figure, live-demo > :not(.frame), .frame > :not(.stage) { display: none !important }
  body { padding: 0 }
  live-demo { position: fixed; inset: 0 auto auto 0; width: ${stillSize.width}px; height: ${stillSize.height}px; padding-block: 12px }
  live-demo .frame { display: block }
  live-demo .stage { height: 100% }
`;

/** The claim above the panels, on paper, over the two lines of this project: simulation solid, theory dashed. */
const card = `
  nav, footer, .about-figure, live-demo > :not(.frame), .frame > :not(.stage) { display: none !important }
  body { display: block; max-width: none; padding: 0 }
  live-demo .frame { display: block }
  live-demo .stage { height: 100% }
  main { position: fixed; inset: 0; gap: 26px; padding: 46px 60px 34px; background: var(--paper) }
  h1 { font-size: 46px; line-height: 1.1; max-width: 26em }
  live-demo { height: auto }
  main::after { content: "Glassdeck"; font-size: 22px; color: var(--ink-2) }
`;

/** Takes `still.webp`, `still-dark.webp` and `card.png` of the demo at `url`; a figure that fails has its card alone. */
export function takeDemo(studio: Studio, url: string, complain: Complain): Promise<Pictures> {
  return studio.visit(url, async (visitor) => {
    const { page, png } = visitor;
    await page.evaluate(async () => {
      await customElements.whenDefined('live-demo');
      await document.querySelector<HTMLElement & { still(): Promise<void> }>('live-demo')?.still();
      await document.fonts.ready;
    });
    const pictures: Pictures = new Map();
    const [shown] = await shownFigures(page, complain);
    if (shown) {
      await dress(visitor, wide, panelsAlone);
      const box = { x: 0, y: 0, ...stillSize };
      pictures.set('still.webp', await visitor.webp(box));
      await page.emulateMedia({ colorScheme: 'dark' });
      pictures.set('still-dark.webp', await visitor.webp(box));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await dress(visitor, cardSize, card);
    return pictures.set('card.png', await png(cardSize));
  });
}

/** The page in a window of that size, in these styles and no earlier ones of ours, once plots have followed. */
async function dress({ page }: Visitor, size: Size, css: string): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(async (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  }, css);
}
