/** A square picture of ink on paper with sharp pixels, on which one draws with a finger, a pen or a mouse. */
import { htmlElement, moveTo } from './elements.ts';
import { heatMap } from './heat-map.ts';
import { followSize } from './host-size.ts';
import { listenForPresses } from './pick.ts';

export interface SlateSpec {
  /** Pixels along a side. */
  side: number;
  /** HTML below it, which invites to draw. */
  label: string;
  /** Hears of the pixel under the pen, counted row by row from the top, and of -1 when the pen is lifted. */
  pen: (pixel: number) => void;
}

export interface Slate {
  /** [side, side] pixels, row 0 on top: 1 is ink, 0 is paper. The array is kept, not copied. */
  set(pixels: ArrayLike<number>): void;
  /** Paints what was set; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

/** Between the picture and its label, px. */
const gap = 8;

/** As large as `host`, a positioned block with a size of its own, permits. */
export function slate(host: HTMLElement, { side, label, pen }: SlateSpec): Slate {
  const root = htmlElement(host, 'div', 'plot plot-square');
  root.setAttribute('aria-hidden', 'true');
  const sheet = htmlElement(root, 'div', 'plot-slate');
  const invitation = htmlElement(root, 'div', 'plot-label plot-invitation', label);
  const picture = heatMap(sheet, { scheme: 'ink', range: [0, 1] });
  const pixelAt = (part: number) => Math.min(side - 1, Math.floor(part * side));
  listenForPresses(sheet, {
    at: (across, down) => pen(pixelAt(down) * side + pixelAt(across)),
    lifted: () => pen(-1),
  });
  let laidOut = false;
  let drawn = false;

  const layOut = () => {
    const { width, height } = size;
    const length = Math.max(1, Math.floor(Math.min(width, height - invitation.offsetHeight - gap)));
    sheet.style.cssText = `width:${length}px;height:${length}px`;
    moveTo(invitation, 0, length + gap);
    laidOut = true;
  };
  const draw = () => {
    drawn = true;
    if (!size.exists()) return;
    if (!laidOut) layOut();
    picture.draw();
  };
  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    set: (pixels) => picture.set(pixels, side, side),
    draw,
    destroy() {
      size.stop();
      picture.destroy();
      root.remove();
    },
  };
}
