import { describe, expect, test } from 'vitest';
import { complaints, head, notes, refs, renderBody, renderText } from './talk-fixture.ts';

const list = `---\n# References {#refs}\n::: references\n:::\n\n${notes}`;
const withList = (body: string, bib = refs) =>
  renderText(`${head}# A {#a}\n${body}\n\n${notes}${list}`, { 'refs.bib': bib });

describe('citations', () => {
  test('read as author and year and lead to the slide of references', () => {
    const { html, problems } = withList('as shown [@ck93; @ros19].');
    expect(problems).toEqual([]);
    expect(html).toContain(
      'as shown <span class="citation">(<a href="#/refs">Cugliandolo &amp; Kurchan 1993</a>; <a href="#/refs">Ros et al. 2019</a>)</span>.',
    );
  });

  test('stand at the foot of their slide, each once, without those of the notes', () => {
    const { html } = withList('[@ck93] and again [@ck93]\n\n::: notes\n[@ros19]\n:::');
    const [footer, ...others] = html.match(/<footer>.*<\/footer>/g) ?? [];
    expect(others).toEqual([]);
    expect(footer).toMatch(/^<footer>L\. F\. Cugliandolo and J\. Kurchan, <a [^>]*>Phys\. Rev\. Lett\./);
    expect(footer?.match(/Kurchan/g)).toHaveLength(1);
    expect(footer).not.toContain('Ros');
  });

  test('are listed in the order in which the talk cites them first', () => {
    const { html } = withList('[@ros19] [@ck93] [@ros19]');
    const items = html.match(/<div class="references"><ol>\n<li>(.*)<\/li>\n<li>(.*)<\/li>\n<\/ol>/);
    expect(items?.[1]).toMatch(/^V\. Ros et al\., <i>Complex<\/i>/);
    expect(items?.[2]).toMatch(/^L\. F\. Cugliandolo and J\. Kurchan, <i>Analytical solution<\/i>/);
  });

  test('are shared by the slides of references, and each leads to its own', () => {
    const more = list.replace('{#refs}', '{#more}');
    const { html, problems } = renderText(`${head}# A {#a}\n[@ros19] [@ck93]\n\n${notes}${list}${more}`, {
      'refs.bib': refs,
    });
    expect(problems).toEqual([]);
    expect(html.match(/href="#\/\w+">[A-Z]\w+/g)).toEqual(['href="#/refs">Ros', 'href="#/more">Cugliandolo']);
    const lists = html.match(/<ol( start="2")?>\n<li>[\s\S]*?<\/ol>/g) ?? [];
    expect(lists[1]).toMatch(/^<ol start/);
    expect(lists.map((text) => text.match(/<li>/g)?.length)).toEqual([1, 1]);
    expect(lists[0]).toContain('Ros');
  });

  test('that would read the same get letters, in the order of the talk', () => {
    const bib = ['x', 'y', 'z'].map(
      (key) => `@misc{${key}, author={Ros, V.}, title={${key}}, year=${key === 'z' ? 2020 : 2019}}`,
    );
    const { html } = withList('[@y] [@x] [@z]', bib.join('\n'));
    expect(html.match(/#\/refs">[^<]*/g)?.map((text) => text.slice(8))).toEqual(['Ros 2019a', 'Ros 2019b', 'Ros 2020']);
    expect(html).toContain('<i>y</i> (2019a)');
    expect(html).toContain('<i>z</i> (2020)');
  });

  test("are looked up in the talk's own file first", () => {
    const bib = '@misc{ck93, author={Own, O.}, title={t}, year=1}';
    expect(withList('[@ck93]', bib).html).toContain('>Own 1</a>');
  });

  test.each([
    ['[@ck94]', '7: no reference "ck94", '],
    ['*a [@ck93; @nobody]*', '7: no reference "nobody", '],
    ['- x\n- [@nobody]', '8: no reference "nobody", '],
    ['[@ck93, p. 3]', '7: citation [@ck93, p. 3] does not parse, expected [@key] or [@a; @b]'],
    ['[@ck93; ros19]', '7: citation [@ck93; ros19] does not parse, expected [@key] or [@a; @b]'],
  ])('%s is refused', (body, complaint) => {
    expect(complaints(withList(`\n${body}`)).map((text) => text.slice(0, complaint.length))).toEqual([complaint]);
  });

  test('of a key that does not exist name the near ones', () => {
    expect(complaints(renderBody('\n[@ck94]\n'))[0]).toMatch(/^7: no reference "ck94", .*: ck93/);
  });

  test('an address in brackets is no citation', () => {
    const { html, problems } = renderBody('write to [a@example.org](https://example.org) `[@x]`');
    expect(problems).toEqual([]);
    expect(html).toContain('<code>[@x]</code>');
  });
});
