/**
 * A chart: axes and marks in a positioned block, as large as the block. Marks take arrays; `draw` paints what changed.
 * Everything is in untransformed CSS px, so that it is right under any scale of the slide.
 */
import { type AxisSpec, createAxis, labelDistance } from './axis.ts';
import { type Band, type BandSpec, createBand } from './band.ts';
import { type Curve, type CurveSpec, createCurve } from './curve.ts';
import { growDomain, isPassed } from './domain.ts';
import { htmlElement, moveTo, svgElement } from './elements.ts';
import { createEndLabels } from './end-labels.ts';
import { createField, type Field, type FieldSpec } from './field.ts';
import { createHistogram, type Histogram, type HistogramSpec } from './histogram.ts';
import { followSize } from './host-size.ts';
import type { Hue } from './hue.ts';
import type { Frame, Mark, Surface } from './mark.ts';
import { listenForPicks, type Pick } from './pick.ts';
import { createPoints, type Points, type PointsSpec } from './points.ts';
import { createRing, type Ring, type RingSpec } from './ring.ts';
import { createRule, type Rule, type RuleSpec } from './rule.ts';
import { createScale, setDomain } from './scale.ts';
import { createStem, type Stem, type StemSpec } from './stem.ts';
import { createText, type Text, type TextSpec } from './text.ts';
import { createTopLabels } from './top-labels.ts';

export interface ChartSpec {
  x: AxisSpec;
  y: AxisSpec;
  /** HTML above the chart, to tell small multiples apart. */
  title?: string;
  /** Of the title, which is ink where silent. */
  titleHue?: Hue;
  /** Makes the plot area a place to press and drag. */
  pick?: Pick;
}

export interface Chart {
  curve(spec: CurveSpec): Curve;
  band(spec: BandSpec): Band;
  histogram(spec: HistogramSpec): Histogram;
  points(spec: PointsSpec): Points;
  stem(spec: StemSpec): Stem;
  rule(spec: RuleSpec): Rule;
  text(spec: TextSpec): Text;
  ring(spec: RingSpec): Ring;
  field(spec: FieldSpec): Field;
  /** Changes what an axis shows, in data units; a growing axis begins there. */
  setDomain(axis: 'x' | 'y', domain: readonly [number, number]): void;
  /** Paints what changed since the last time; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

/** End labels may take this part of the width beside the plot area; longer ones reach into it. */
const endLabelShare = 0.38;
/** A name of the y axis that takes more of the width has a row of its own above the names of vertical rules. */
const nameShare = 0.25;
/** Around the plot area at least, px: a dot on the edge is not cut. */
const leastMargin = 10;
/** Clipping leaves this much around the plot area, px: a line on the edge keeps its full width. */
const bleed = 3;

/** A chart that fills `host`, a positioned block with a size of its own. */
export function chart(host: HTMLElement, spec: ChartSpec): Chart {
  const root = htmlElement(host, 'div', 'plot');
  root.setAttribute('aria-hidden', 'true');
  const images = htmlElement(root, 'div', 'plot-images');
  const svg = svgElement(root, 'svg', 'plot-svg');
  const labels = htmlElement(root, 'div', 'plot-labels');
  const axes = svgElement(svg, 'g');
  const clip = svgElement(svg, 'svg', 'plot-clip');
  const surface: Surface = {
    images,
    under: svgElement(clip, 'g'),
    lines: svgElement(clip, 'g'),
    over: svgElement(svg, 'g'),
    labels,
    endLabels: createEndLabels(labels),
    topLabels: createTopLabels(labels),
  };
  const frame: Frame = {
    width: 0,
    height: 0,
    x: createScale('x', spec.x.scale ?? 'linear', spec.x.domain),
    y: createScale('y', spec.y.scale ?? 'linear', spec.y.domain),
  };
  const xAxis = createAxis('x', spec.x, frame.x, axes, labels);
  const yAxis = createAxis('y', spec.y, frame.y, axes, labels);
  const title = htmlElement(labels, 'div', 'plot-label plot-title', spec.title, spec.titleHue);
  const area = spec.pick ? svgElement(svg, 'rect') : undefined;
  if (area && spec.pick) listenForPicks(area, frame, spec.pick);
  const margin = { left: 0, right: 0, top: 0, bottom: 0 };
  const marks: Mark[] = [];
  /** Where the axes begin, and the data that they have grown for: data that shrink are a run that begins again. */
  const home = { x: spec.x.domain, y: spec.y.domain };
  const seen = { x: empty(), y: empty() };
  let nameFoot = 0;
  /** Where the row of the top labels begins, beside a name of the y axis that stands in it. */
  let topStart = 0;
  let laidOut = false;
  let drawn = false;

  const add = <M extends Mark>(mark: M): M => {
    marks.push(mark);
    laidOut = false;
    return mark;
  };

  const grow = () => {
    if (!spec.x.grow && !spec.y.grow) return;
    const extent = { x: empty(), y: empty() };
    for (const mark of marks) mark.extend?.(extent, frame);
    for (const axis of ['x', 'y'] as const) {
      if (!spec[axis].grow) continue;
      const [low, high] = extent[axis];
      const isAnew = low > seen[axis][0] || high < seen[axis][1];
      seen[axis] = extent[axis];
      if (!isAnew && !isPassed(frame[axis], low, high)) continue;
      // From where it began, so that the same data have the same axes however they came.
      setDomain(axis, frame[axis], home[axis]);
      growDomain(frame[axis], low, high);
      laidOut = false;
    }
  };

  const layOut = () => {
    const { width, height } = size;
    const topRow = surface.topLabels.measure();
    const nameWidth = yAxis.name.offsetWidth;
    nameFoot = -leastMargin - (nameWidth > nameShare * width ? topRow : 0);
    topStart = nameFoot === -leastMargin ? nameWidth + leastMargin : 0;
    const endRoom = Math.min(surface.endLabels.measure(), endLabelShare * width);
    margin.top = title.offsetHeight + Math.max(topRow + leastMargin, yAxis.name.offsetHeight - nameFoot);
    yAxis.measure(height - margin.top - 2 * xAxis.name.offsetHeight - labelDistance);
    margin.left = yAxis.width + labelDistance;
    xAxis.measure(width - margin.left - endRoom);
    margin.left = Math.max(margin.left, xAxis.width / 2);
    margin.right = Math.max(endRoom, xAxis.width / 2, leastMargin);
    margin.bottom = labelDistance + xAxis.height + xAxis.name.offsetHeight;
    frame.width = Math.max(1, width - margin.left - margin.right);
    frame.height = Math.max(1, height - margin.top - margin.bottom);
    frame.x.range([0, frame.width]);
    frame.y.range([frame.height, 0]);

    const box = `left:${margin.left}px;top:${margin.top}px;width:${frame.width}px;height:${frame.height}px`;
    images.style.cssText = labels.style.cssText = box;
    svg.setAttribute('viewBox', `${-margin.left} ${-margin.top} ${width} ${height}`);
    const [clipWidth, clipHeight] = [frame.width + 2 * bleed, frame.height + 2 * bleed];
    clip.setAttribute('viewBox', `${-bleed} ${-bleed} ${clipWidth} ${clipHeight}`);
    Object.entries({ x: -bleed, y: -bleed, width: clipWidth, height: clipHeight }).forEach(([name, value]) => {
      clip.setAttribute(name, `${value}`);
    });
    area?.setAttribute('width', `${frame.width}`);
    area?.setAttribute('height', `${frame.height}`);
    xAxis.paint(frame);
    yAxis.paint(frame);
    moveTo(title, -margin.left, -margin.top);
    moveTo(yAxis.name, -margin.left, nameFoot - yAxis.name.offsetHeight);
    const xNameLeft = Math.max(-margin.left, frame.width - xAxis.name.offsetWidth);
    moveTo(xAxis.name, xNameLeft, frame.height + labelDistance + xAxis.height);
    laidOut = true;
  };

  const draw = () => {
    drawn = true;
    if (!size.exists()) return;
    if (marks.some((mark) => mark.changed)) grow();
    const all = !laidOut;
    if (all) layOut();
    let painted = all;
    for (const mark of marks) {
      if (!all && !mark.changed) continue;
      mark.paint(frame);
      mark.changed = false;
      painted = true;
    }
    if (!painted) return;
    surface.endLabels.place(frame.width, frame.height, margin.right);
    surface.topLabels.place(-leastMargin, topStart - margin.left, frame.width + margin.right);
  };

  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    curve: (markSpec) => add(createCurve(surface, markSpec)),
    band: (markSpec) => add(createBand(surface, markSpec)),
    histogram: (markSpec) => add(createHistogram(surface, markSpec)),
    points: (markSpec) => add(createPoints(surface, markSpec)),
    stem: (markSpec) => add(createStem(surface, markSpec)),
    rule: (markSpec) => add(createRule(surface, markSpec)),
    text: (markSpec) => add(createText(surface, markSpec)),
    ring: (markSpec) => add(createRing(surface, markSpec)),
    field: (markSpec) => add(createField(surface, markSpec)),
    setDomain(axis, domain) {
      home[axis] = domain;
      setDomain(axis, frame[axis], domain);
      laidOut = false;
    },
    draw,
    destroy() {
      size.stop();
      for (const mark of marks) mark.destroy?.();
      root.remove();
    },
  };
}

const empty = (): [number, number] => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
