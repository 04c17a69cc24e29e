import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complaints, head, notes, renderBody, renderText } from './talk-fixture.ts';

describe('a talk', () => {
  test('is one section per slide, and one around each vertical stack', () => {
    const slide = (id: string) => `# ${id} {#${id}}\n${notes}`;
    const { html, problems } = renderText(`${head}${slide('a')}---\n${slide('b')}--\n${slide('c')}---\n${slide('d')}`);
    expect(problems).toEqual([]);
    const skeleton = html.match(/<\/?section[^>]*>/g)?.join('');
    expect(skeleton).toBe(
      '<section id="a"></section><section><section id="b"></section><section id="c"></section></section><section id="d"></section>',
    );
  });

  test('gives a slide the id, classes and timing of its heading', () => {
    const { html } = renderText(`${head}# Claim {#slide .full .dark time=90 data-state="x"}\n${notes}`);
    expect(html).toContain('<section id="slide" class="full dark" data-timing="90" data-state="x">\n<h1>Claim</h1>');
  });

  test('puts the notes into an aside that reveal takes for notes', () => {
    expect(renderBody('words').html).toContain('<aside class="notes">\n<p>Say it.</p>\n</aside>');
  });

  test('escapes what is not markup', () => {
    const { html, problems } = renderBody('1 < 2 & "x" > \'y\' `<b>`');
    expect(problems).toEqual([]);
    expect(html).toContain("<p>1 &lt; 2 &amp; &quot;x&quot; &gt; 'y' <code>&lt;b&gt;</code></p>");
  });

  test('says on which slides its demos stand', () => {
    const { figures } = renderBody('<live-demo name="gets-stuck"></live-demo>');
    expect(figures).toEqual([{ demo: 'gets-stuck', slide: 'claim', title: 'A claim' }]);
  });

  test('reads CRLF and a byte order mark', () => {
    const { problems, html } = renderText(`\uFEFF${head}# A {#a}\n${notes}`.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(html).toContain('<section id="a">');
  });
});

describe('a talk is refused, with the line', () => {
  test.each([
    ['no heading', `words\n${notes}`, '5: the slide has no heading, expected # Claim {#slide-id}'],
    ['a heading without id', `# A claim\n${notes}`, '5: slide "A claim" has no id, expected # A claim {#slide-id}'],
    ['a numeric id', `# A {#12}\n${notes}`, '5: slide id "12" is a number, expected words'],
    [
      'an id that no link carries',
      `# A {#a/b}\n${notes}`,
      '5: slide id "a/b" does not fit into a link, expected letters, digits, -',
    ],
    ['no notes', '# A {#a}\nwords', '5: slide "a" has no notes, expected ::: notes ... :::'],
    ['empty notes', '# A {#a}\n::: notes\n:::', '5: slide "a" has no notes, expected ::: notes ... :::'],
    ['a second claim', `# A {#a}\n\n# B {#b}\n${notes}`, '7: a slide has one # heading, expected ## here or --- above'],
    ['time that is none', `# A {#a time=soon}\n${notes}`, '5: time="soon" is no number of seconds'],
    ['an id twice', `# A {#a}\n\nwords {#a}\n\n${notes}`, '7: id "a" is used already, on line 5'],
    ['a slide id twice', `# A {#a}\n${notes}---\n# B {#a}\n${notes}`, '10: id "a" is used already, on line 5'],
    ['a dead link', `# A {#a}\n\n[x](#/b)\n\n${notes}`, '7: the link leads to "b", which is no slide of this talk'],
    ['an open container', `# A {#a}\n${notes}\n::: words\nx`, '10: ::: words is never closed'],
    [
      'an unknown container',
      `# A {#a}\n${notes}\n::: wrods\nx\n`,
      '10: no container "wrods", expected one of: columns, words, figure, center, notes, aside, references',
    ],
    [
      'a stray end',
      `# A {#a}\n${notes}\nx\n:::\n`,
      '11: this ::: closes nothing (an outer container has more colons than those in it)',
    ],
    [
      'a citation without list',
      `# A {#a}\nx [@ck93]\n\n${notes}`,
      '6: "ck93" is cited, but no slide has ::: references ... :::',
    ],
  ])('for %s', (_, body, complaint) => {
    expect(complaints(renderText(head + body))).toEqual([complaint]);
  });

  test('for everything at once, in the order of the lines', () => {
    const body = [
      '# First', // 5
      'Cost: $5', // 6
      '<live-demo name="gets-stuck" r="99"></live-demo>', // 7
      '$$', // 8
      '\\frac{1}{2', // 9
      '$$', // 10
      '---', // 11
      '# Second {#second}', // 12
      '- [@ck94]', // 13
      '  ![](media/none.png)', // 14
      notes,
    ];
    const said = complaints(renderText(head + body.join('\n')));
    expect(said.map((text) => text.split(':')[0])).toEqual(['5', '5', '6', '7', '9', '13', '14', '14']);
  });

  test('with the file that is wrong: a broken refs.bib is named itself', () => {
    const { problems } = renderBody('x', { 'refs.bib': '@article{a, title={x}}\n@article{b, title={y}\n' });
    expect(problems.map(({ file }) => file.replace(/.*\//, ''))).toEqual(['refs.bib']);
  });
});

describe('line numbers', () => {
  const filler = fc.constantFrom(
    'words',
    '',
    '- item',
    '  - nested *item* `code`',
    '> quote',
    '1. one',
    '| a | b |',
    '## smaller',
    'a $x$ and\\\nanother line',
    'wrapped [link\ntext](https://example.org)',
    '<span\n  class="x">y</span>',
    '```\ncode\n```',
    '::: words\ninside\n:::',
    '$$\nx\n$$',
  );

  test('an error is reported on its line whatever stands around it', () => {
    const bad = fc.constantFrom(
      '[@nobody]',
      '$\\nothing$',
      '**a** [@nobody] b',
      '- [@nobody]',
      '> $\\nothing$',
      '![](x.png) a',
    );
    fc.assert(
      fc.property(
        fc.array(filler, { maxLength: 12 }),
        bad,
        fc.array(filler, { maxLength: 4 }),
        (before, text, after) => {
          const above = `${head}# A {#a}\n${notes}\n${before.join('\n')}\n`;
          const open = before.filter((block) => /^[|<]/.test(block)).length > 0 ? '\n' : '';
          const { problems } = renderText(`${above}${open}${text}\n\n${after.join('\n')}`);
          const line = `${above}${open}`.split('\n').length;
          expect(problems.length).toBeGreaterThan(0);
          for (const problem of problems) expect(problem.line).toBe(line);
        },
      ),
      { seed: 3, numRuns: 80 },
    );
  });

  test('any text gives as many slides as it has separators, and complaints within the file', () => {
    const marks = fc.constantFrom('---', '--', ':::', '$$', '<div>', '{.x}', '[@', '[]{.a}', '$', '<live-demo');
    const line = fc
      .oneof(filler, marks, fc.string({ maxLength: 20 }))
      .filter((text) => !/^ {0,3}(```|~~~|<!--)/.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const text = `${head}${lines.join('\n')}\n`;
        const { html, problems } = renderText(text);
        const stacks = lines.join('\n').split(/^---[ \t]*$/m);
        const sizes = stacks.map((stack) => stack.split(/^--[ \t]*$/m).length);
        const sections = sizes.map((size) => (size > 1 ? size + 1 : 1));
        expect(html.match(/<section/g)).toHaveLength(sections.reduce((sum, count) => sum + count));
        for (const problem of problems) expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { seed: 4, numRuns: 80 },
    );
  });
});
