import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { isInside, type Mark, type Surface } from './mark.ts';

export interface RingSpec {
  hue: Hue;
  /** HTML of the name beside it. */
  label?: string;
  /** Makes the ring draggable: hears of the place, in data units inside the domain, to which it is dragged. */
  onMove?: (x: number, y: number) => void;
}

export interface Ring {
  /** Centre in data units; NaN hides the ring. */
  set(x: number, y: number): void;
}

/** About the radius of the ring, px: its name keeps clear of it. */
const radius = 8;

/** The present point of a phase diagram. Dragging moves nothing by itself: it asks, and `set` answers. */
export function createRing(surface: Surface, { hue, label, onMove }: RingSpec): Ring & Mark {
  const ring = svgElement(surface.over, 'circle', onMove ? 'plot-ring plot-handle' : 'plot-ring', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  let x = Number.NaN;
  let y = Number.NaN;
  let toData: (event: PointerEvent) => readonly [number, number] = () => [x, y];
  if (onMove) {
    ring.setAttribute('data-prevent-swipe', '');
    ring.addEventListener('pointerdown', (event) => {
      ring.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    ring.addEventListener('pointermove', (event) => {
      if (ring.hasPointerCapture(event.pointerId)) onMove(...toData(event));
    });
  }
  return {
    changed: false,
    set(newX, newY) {
      x = newX;
      y = newY;
      this.changed = true;
    },
    paint(frame) {
      toData = (event) => {
        const place = placeOf(event, surface.labels);
        const clampTo = (value: number, size: number) => Math.min(size, Math.max(0, value));
        return [frame.x.invert(clampTo(place.x, frame.width)), frame.y.invert(clampTo(place.y, frame.height))];
      };
      const left = frame.x(x);
      const top = frame.y(y);
      const seen = isInside(frame, left, top);
      setAttribute(ring, 'visibility', seen ? 'visible' : 'hidden');
      if (seen) {
        setAttribute(ring, 'cx', left.toFixed(1));
        setAttribute(ring, 'cy', top.toFixed(1));
      }
      if (!name) return;
      name.x = seen ? left + radius : Number.NaN;
      name.y = top;
    },
  };
}

/** Place of the pointer in untransformed px of `element`: right under any scale of the slide. */
function placeOf(event: PointerEvent, element: HTMLElement): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const scale = box.width / element.offsetWidth;
  return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
}
