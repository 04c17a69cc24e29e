/** Figures: arrays in, SVG or pixels out. No physics, no sessions, no colours but the theme's. */
import './plot.css';

export type { AxisSpec } from './axis.ts';
export type { Band } from './band.ts';
export { type Canvas, canvas, type Paper } from './canvas.ts';
export { type Chart, type ChartSpec, chart } from './chart.ts';
export type { ColourScheme } from './colour-table.ts';
export type { Curve, CurveStyle } from './curve.ts';
export type { Field } from './field.ts';
export { type HeatMap, heatMap } from './heat-map.ts';
export type { Histogram } from './histogram.ts';
export { type Hue, hueColour } from './hue.ts';
export { fixed, power, readable, scientific } from './number.ts';
export type { Points } from './points.ts';
export { type ReadOut, readOut } from './read-out.ts';
export type { Ring } from './ring.ts';
export type { Rule } from './rule.ts';
export type { Latitude } from './sphere/latitude.ts';
export type { Directions } from './sphere/mark.ts';
export type { SpherePoint } from './sphere/point.ts';
export { type Sphere, sphere } from './sphere/sphere.ts';
export type { Stem } from './stem.ts';
export { tex, texOf } from './tex.ts';
export type { Text } from './text.ts';
