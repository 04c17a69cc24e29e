/** A text as a QR code: black modules as one SVG path on white, with the quiet zone that readers ask for. */
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** ISO/IEC 18004: modules of white on every side. */
export const quietZone = 4;

/**
 * Versions of the code, each four modules wider than the one before. Up to `robust` a code corrects 15 % of itself (M),
 * beyond that 7 % (L), since from the last row the size of a module counts for more; beyond `largest` a telephone at the
 * back of a lecture hall cannot tell the modules apart.
 */
const versions = { robust: 10, largest: 25 };

const svg = 'http://www.w3.org/2000/svg';

/** The code of `text`; undefined when the text is too long for a code that can be read across a room. */
export function qrCode(text: string): SVGSVGElement | undefined {
  const code =
    attempt(text, { minCorrectionLevel: correction.M, maxVersion: versions.robust }) ??
    attempt(text, { minCorrectionLevel: correction.L, maxVersion: versions.largest });
  if (!code) return undefined;
  const across = code.size + 2 * quietZone;
  const image = document.createElementNS(svg, 'svg');
  image.setAttribute('viewBox', `${-quietZone} ${-quietZone} ${across} ${across}`);
  image.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', toSvgPath(code));
  image.append(path);
  return image;
}

/** lean-qr throws when the text does not fit the versions that it may take. */
function attempt(text: string, options: Parameters<typeof generate>[1]): ReturnType<typeof generate> | undefined {
  try {
    return generate(text, options);
  } catch {
    return undefined;
  }
}
