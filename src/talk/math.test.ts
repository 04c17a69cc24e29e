import { describe, expect, test } from 'vitest';
import { complaints, head, notes, renderBody, renderText } from './talk-fixture.ts';

describe('formulas', () => {
  test('become HTML and MathML, in the line and on their own', () => {
    const { html, problems } = renderBody('so $x^2$ is\n\n$$\n\\int_0^1 x\n$$');
    expect(problems).toEqual([]);
    expect(html).toContain('<p>so <span class="katex"><span class="katex-mathml"><math');
    expect(html).toContain('<span class="katex-display"><span class="katex"><span class="katex-mathml"><math');
    expect(html).not.toContain('$');
  });

  test('share the macros of the talk, and none that another formula defined', () => {
    const macros = head.replace('duration: 30', 'duration: 30\nmacros: {"\\\\R": "\\\\mathbb{R}"}');
    expect(renderText(`${macros}# A {#a}\n$x \\in \\R$\n\n${notes}`).problems).toEqual([]);
    expect(complaints(renderBody('$\\gdef\\B{b} \\B$ $\\B$'))[0]).toMatch(
      /^6: KaTeX parse error: Undefined control sequence: \\B/,
    );
  });

  test('a dollar sign is written \\$', () => {
    const { html, problems } = renderBody('it costs \\$5 and \\$6');
    expect(problems).toEqual([]);
    expect(html).toContain('<p>it costs $5 and $6</p>');
  });

  const stray = 'this $ opens or closes no formula (a display formula starts its line; a dollar sign is \\$)';

  test.each([
    ['$\\frac{1}{2$', 6, /^KaTeX parse error: .*expected '}'/],
    ['words\n*and* more\nthen $\\nothing$', 8, /^KaTeX parse error: Undefined control sequence: \\nothing/],
    ['- a\n- b $\\nothing$', 7, /Undefined control sequence/],
    ['| a | b |\n|---|---|\n| x | y |\n| z | $\\nothing$ |', 9, /Undefined control sequence/],
    ['$$\na\n\\nothing\nb\n$$', 8, /Undefined control sequence/],
    ['$$ a\n\\nothing\n$$', 7, /Undefined control sequence/],
    ['$$ \\nothing $$', 6, /Undefined control sequence/],
    ['::: words\n- a\n\n  $$\n  \\frac{1}{\n  $$\n:::', 10, /expected '}'/],
    ['$x > \\text{é}é$', 6, /LaTeX-incompatible input/],
    ['words\n\n$$\nx', 8, /^this \$\$ is never closed$/],
    ['it costs $5', 6, stray],
    ['so $$x$$ is', 6, stray],
    ['a\n**b $ c**', 7, stray],
    ['<div>\n$x$\n</div>\n', 7, 'this $ stands in HTML, expected a blank line between HTML and Markdown'],
  ])('%j is refused', (body, line, complaint) => {
    const said = renderBody(body).problems.filter((problem) => problem.line === line);
    if (typeof complaint === 'string') expect(said[0]?.message).toBe(complaint);
    else expect(said[0]?.message).toMatch(complaint);
  });
});
