/** Figures: arrays in, SVG or pixels out. No physics, no sessions, no colours but the theme's. */
import './plot.css';
import './read-out.css';
import './sphere/sphere.css';

export { canvas, type Paper } from './canvas.ts';
export { type Chart, chart } from './chart.ts';
export { countDensity } from './density.ts';
export { discs } from './discs/discs.ts';
export { heatMap } from './heat-map.ts';
export type { Hue } from './hue.ts';
export { pictureGrid } from './picture-grid.ts';
export { readOut } from './read-out.ts';
export { slate } from './slate.ts';
export { sphere } from './sphere/sphere.ts';
export { tex } from './tex.ts';
