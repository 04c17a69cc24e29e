/** Words that do not fit where they are: past their column, cut off by their box, a title of too many lines. */
import { plainText } from '../deck/plain-text.ts';
import type { Finding } from './finding.ts';
import { lineOf, quoted, textsOf } from './texts.ts';

/** A column's words may reach into the gap beside it by so much, px. */
const tolerance = 4;
/** Lines of a title are 1.12 em; a talk's first page may have more of them. */
const lineHeight = 1.12;
const mostLines = 2;

export function tooLarge(slide: Element): Finding[] {
  return [...pastColumns(slide), ...cutOff(slide), ...longTitles(slide)];
}

function pastColumns(slide: Element): Finding[] {
  return textsOf(slide).flatMap(({ block, words, boxes }) => {
    const column = block.closest('.columns > *, .references li, section');
    if (!column || block.closest('live-demo, svg')) return [];
    const { paddingLeft, paddingRight } = getComputedStyle(column);
    const { left, right } = column.getBoundingClientRect();
    const scale = (right - left) / (column as HTMLElement).offsetWidth || 1;
    const from = left + scale * Number.parseFloat(paddingLeft);
    const to = right - scale * Number.parseFloat(paddingRight);
    const px = Math.max(...boxes.map((box) => Math.max(from - box.left, box.right - to)));
    if (px <= tolerance) return [];
    const detail = `by ${Math.round(px)} px, expected at most ${tolerance}`;
    return [{ line: lineOf(block), kind: 'column', px, what: `${words} stands out of its column`, detail }];
  });
}

function cutOff(slide: Element): Finding[] {
  return [...slide.querySelectorAll('*')].flatMap((box) => {
    if (box.closest('svg, .katex, live-demo, aside.notes, .status')) return [];
    const { overflowX, overflowY } = getComputedStyle(box);
    const across = /hidden|clip/.test(overflowX) ? box.scrollWidth - box.clientWidth : 0;
    const down = /hidden|clip/.test(overflowY) ? box.scrollHeight - box.clientHeight : 0;
    const px = Math.max(across, down);
    if (px <= 1) return [];
    const detail = `${px} px of it, expected all to be seen`;
    return [{ line: lineOf(box), kind: 'cut', px, what: `${quoted(plainText(box))} is cut off by its box`, detail }];
  });
}

function longTitles(slide: Element): Finding[] {
  return [...slide.querySelectorAll('h1')].flatMap((title) => {
    if (title.closest('.title')) return [];
    const { fontSize } = getComputedStyle(title);
    const lines = Math.round(title.offsetHeight / (lineHeight * Number.parseFloat(fontSize)));
    if (lines <= mostLines) return [];
    const what = `the title ${quoted(plainText(title))} is too long`;
    return [
      { line: lineOf(title), kind: 'title', px: lines, what, detail: `${lines} lines, expected at most ${mostLines}` },
    ];
  });
}
