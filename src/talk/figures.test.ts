import { describe, expect, test } from 'vitest';
import { complaints, renderBody } from './talk-fixture.ts';

const demo = 'live-demo "gets-stuck"';

describe('a figure in a talk', () => {
  test('is numbered on its slide and carries its description where nothing can run', () => {
    const { html, problems } = renderBody(
      '<live-demo name="gets-stuck" n="100" R="3" seed="7" at="400"></live-demo>\n<live-demo name="gets-stuck"></live-demo>',
    );
    expect(problems).toEqual([]);
    expect(html).toContain(
      '<live-demo name="gets-stuck" at="400" data-set="N=100 r=3 seed=7" data-figure="claim/1"><!-- picture stills/claim-1.webp --><p class="alt">A &quot;trail&quot; near the &lt;equator&gt;.</p></live-demo>',
    );
    expect(html).toContain(
      '<live-demo name="gets-stuck" data-figure="claim/2"><!-- picture stills/claim-2.webp --><p class="alt">',
    );
    expect(html).not.toContain('<p><live-demo');
  });

  test('may leave its seed to whoever opens the talk, and stand behind the words', () => {
    const { html, problems } = renderBody('<live-demo name="gets-stuck" r="3" seed="any" background></live-demo>');
    expect(problems).toEqual([]);
    expect(html).toContain('<live-demo name="gets-stuck" background="" data-set="r=3 seed=any" data-figure="claim/1">');
  });

  test('may take several lines, and ends a paragraph', () => {
    const { html, problems } = renderBody('words\n<live-demo name="gets-stuck"\n  r="3"\n></live-demo>\nmore');
    expect(problems).toEqual([]);
    expect(html).toMatch(/<p>words<\/p>\n<live-demo[\s\S]*<\/live-demo>\n<p>more<\/p>/);
  });

  test.each([
    ['name="get-stuck"', 6, 'no demo "get-stuck", expected one of: gets-stuck, broken'],
    ['r="3"', 6, 'live-demo has no name'],
    ['name="broken"', 6, 'demo "broken" does not load: no kernel "x"'],
    ['name="gets-stuck" lambda="2"', 6, `${demo} has no parameter "lambda", expected one of: r, dt, N, m0, seed, at`],
    [
      'name="gets-stuck" constructor="2"',
      6,
      `${demo} has no parameter "constructor", expected one of: r, dt, N, m0, seed, at`,
    ],
    ['name="gets-stuck" r="99"', 6, `${demo}: r="99" is outside [0, 40]`],
    ['name="gets-stuck"\n  dt="0.01"\n  r="-1"', 8, `${demo}: r="-1" is outside [0, 40]`],
    ['name="gets-stuck" r=""', 6, `${demo}: r="" is not a number, expected one in [0, 40]`],
    ['name="gets-stuck" r="3,5"', 6, `${demo}: r="3,5" is not a number, expected one in [0, 40]`],
    ['name="gets-stuck" N="10.5"', 6, `${demo}: N="10.5" is not an integer in [10, 500]`],
    ['name="gets-stuck" r="any"', 6, `${demo}: r="any" is not a number, expected one in [0, 40]`],
    ['name="gets-stuck" seed="-1"', 6, `${demo}: seed="-1" is outside [0, 4294967295]`],
    ['name="gets-stuck" at="401"', 6, `${demo}: at="401" is outside [0, 400]`],
    ['name="gets-stuck" autoplay="no"', 6, `${demo}: autoplay="no", expected "true" or "false"`],
    ['name="gets-stuck" r="1" r="2"', 6, '<live-demo> has r twice'],
    ['name="gets-stuck" onclick="x()"', 6, 'attribute "onclick" is a script; a talk has none'],
  ])('is refused with %s', (attributes, line, complaint) => {
    expect(complaints(renderBody(`<live-demo ${attributes}></live-demo>`))).toContain(`${line}: ${complaint}`);
  });

  test('is refused inside a line, without its end, and closed in itself', () => {
    expect(complaints(renderBody('see <live-demo name="gets-stuck"></live-demo>'))).toEqual([
      '6: a <live-demo> begins its line',
    ]);
    expect(complaints(renderBody('\n<live-demo name="gets-stuck">\n\nwords'))).toEqual([
      '7: <live-demo> is never closed',
    ]);
    expect(complaints(renderBody('<live-demo name="gets-stuck"/>\n'))).toEqual([
      '6: <live-demo> needs its closing tag, expected <live-demo ...></live-demo>',
    ]);
  });
});

describe('what a fragment sets', () => {
  const figure = '<live-demo name="gets-stuck"></live-demo>';
  const two =
    '<live-demo id="left" name="gets-stuck"></live-demo>\n<live-demo id="right" name="gets-stuck"></live-demo>';

  test('stands in data-set, on a paragraph, an item, a span, a container and an element', () => {
    const { html, problems } = renderBody(
      `${figure}\n\nwords {.fragment set="r=3"}\n\n- item {.fragment set="r=4 dt=0.02"}\n- x\n\n[]{.fragment set="n=20"}\n\n` +
        '::: words {.fragment set="r=5"}\nx\n:::\n\n<div class="fragment" data-set="r=6">y</div>\n',
    );
    expect(problems).toEqual([]);
    expect(html).toContain('<p class="fragment" data-set="r=3">words</p>');
    expect(html).toContain('<li class="fragment" data-set="r=4 dt=0.02">item</li>');
    expect(html).toContain('\n<span class="fragment" data-set="n=20"></span>');
    expect(html).toContain('<div class="fragment words" data-set="r=5">');
  });

  test('is for every figure of the slide, or for the one that it names, before or after it', () => {
    expect(renderBody(`[]{.fragment set="r=3"}\n\n${two}`).problems).toEqual([]);
    expect(renderBody(`[]{.fragment set="#right r=3"}\n\n${two}`).problems).toEqual([]);
  });

  test.each([
    ['', 'r=3', 'set="r=3", but the slide has no live-demo'],
    [two, 'r=41', `${demo}: r="41" is outside [0, 40]`],
    [two, '#middle r=3', 'set="#middle r=3": the slide has no figure "middle", expected one of: left, right'],
    [figure, 'lambda=3', `${demo} has no parameter "lambda", expected one of: r, dt, N, m0, seed`],
    [figure, 'r=41', `${demo}: r="41" is outside [0, 40]`],
    [figure, 'seed=any', `${demo}: seed="any" is not a number, expected one in [0, 4294967295]`],
    [two, '#left r=41', `${demo}: r="41" is outside [0, 40]`],
    [figure, 'r', 'set="r": "r" does not parse, expected name=number'],
    [figure, 'r = 3', 'set="r = 3": "=" does not parse, expected name=number'],
  ])('is refused on %j with %j', (before, set, complaint) => {
    const body = `[]{.fragment set="${set}"}\n\n${before}`;
    expect(complaints(renderBody(body))).toContain(`6: ${complaint}`);
    if (before)
      expect(complaints(renderBody(`<div data-set="${set}"></div>\n\n${before}`))).toContain(`6: ${complaint}`);
  });

  test('has no effect without a fragment, and says so', () => {
    expect(complaints(renderBody(`${figure}\n\nwords {set="r=3"}`))).toEqual([
      '8: set="r=3" has no effect without .fragment beside it',
    ]);
  });
});
