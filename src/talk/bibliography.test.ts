import { describe, expect, test } from 'vitest';
import { parseBibtex } from './bibliography.ts';
import { label, reference, type Work } from './reference.ts';

/** The only work of a BibTeX text. */
function work(source: string): Work {
  const { works, complaints } = parseBibtex(source);
  expect(complaints).toEqual([]);
  return [...works.values()][0] as Work;
}

const article = (fields: string) => work(`@article{key, title = {T}, ${fields}}`);
const authors = (names: string) => article(`author = {${names}}, year = 2000`);
const strip = (html: string) => html.replace(/<[^>]*>/g, '');

describe('names', () => {
  test.each([
    ['Parisi, Giorgio', 'Parisi 2000', 'G. Parisi'],
    ['Giorgio Parisi', 'Parisi 2000', 'G. Parisi'],
    ['Cugliandolo, L. F. and Kurchan, Jorge', 'Cugliandolo & Kurchan 2000', 'L. F. Cugliandolo and J. Kurchan'],
    ['A, B and C, D and E, F', 'A et al. 2000', 'B. A, D. C and F. E'],
    ['A, B and C, D and E, F and G, H', 'A et al. 2000', 'B. A et al.'],
    ['A, B and others', 'A et al. 2000', 'B. A et al.'],
    [
      "Sarao Mannelli, Stefano and Ben Arous, G{\\'e}rard",
      'Sarao Mannelli & Ben Arous 2000',
      'S. Sarao Mannelli and G. Ben Arous',
    ],
    ['{Sarao Mannelli}, Stefano', 'Sarao Mannelli 2000', 'S. Sarao Mannelli'],
    ['Johannes Diderik van der Waals', 'van der Waals 2000', 'J. D. van der Waals'],
    ['de Almeida, J R L', 'de Almeida 2000', 'J. R. L. de Almeida'],
    ["D'Alembert, Jean-Paul", "D'Alembert 2000", "J.-P. D'Alembert"],
    ['King, Jr., Martin Luther', 'King Jr. 2000', 'M. L. King Jr.'],
    ['{The ATLAS Collaboration}', 'The ATLAS Collaboration 2000', 'The ATLAS Collaboration'],
    ["Zdeborov{\\'a}, Lenka", 'Zdeborová 2000', 'L. Zdeborová'],
    ["Garc{\\'\\i}a M\\'arquez, {\\'E}mile", 'García Márquez 2000', 'É. García Márquez'],
    ['{\\v{S}}koda, {\\L}ukasz', 'Škoda 2000', 'Ł. Škoda'],
    ['{\\"U}nl{\\"u}, {\\c C}a{\\u g}la', 'Ünlü 2000', 'Ç. Ünlü'],
    ['Erd{\\H o}s, P{\\aa}l and {\\O}rsted, H.C.', 'Erdős & Ørsted 2000', 'P. Erdős and H. C. Ørsted'],
    ['M\u0301ezard, Marc', '\u1E3Eezard 2000', 'M. \u1E3Eezard'],
  ])('%s', (names, inText, inList) => {
    const one = authors(names);
    expect(label(one)).toBe(inText);
    expect(strip(reference(one, 'short')).startsWith(`${inList}, `)).toBe(true);
    expect(JSON.stringify(one)).toBe(JSON.stringify(one).normalize('NFC'));
  });
});

describe('a reference', () => {
  const full = article(
    'author = {Cugliandolo, L. F.}, journal = {Phys. Rev. Lett.}, volume = {71}, number = {1}, pages = {173--176}, year = {1993}, doi = {10.1103/PhysRevLett.71.173}',
  );

  test('is authors, journal, volume, first page and year, linked by its DOI', () => {
    const link = '<a href="https://doi.org/10.1103/PhysRevLett.71.173" target="_blank" rel="noopener">';
    const place = `${link}Phys. Rev. Lett. <b>71</b>, 173 (1993)</a>`;
    expect(reference(full, 'short')).toBe(`L. F. Cugliandolo, ${place}`);
    expect(reference(full, 'full')).toBe(`L. F. Cugliandolo, <i>T</i>, ${place}`);
  });

  test.each([
    [
      'eprint = {1812.09066}, archivePrefix = {arXiv}, year = 2018',
      'https://arxiv.org/abs/1812.09066',
      'arXiv:1812.09066 (2018)',
    ],
    [
      'eprint = {cond-mat/9804063}, year = 1998',
      'https://arxiv.org/abs/cond-mat/9804063',
      'arXiv:cond-mat/9804063 (1998)',
    ],
    [
      'eprint = {arXiv:1812.09066}, doi = {https://doi.org/10.1/x}',
      'https://doi.org/10.1/x',
      'arXiv:1812.09066 (n.d.)',
    ],
    ['eprint = {2041}, eprinttype = {hal}, year = 1998', '', 'T (1998)'],
    ['journal = {J. Phys. A}, year = 1998', '', 'J. Phys. A (1998)'],
    ['journal = {J. Phys. A}, pages = {011057}', '', 'J. Phys. A, 011057 (n.d.)'],
    [
      'booktitle = {Adv. {N}eural Inf. Process. Syst.}, volume = 31, date = {2018-12-03}',
      '',
      'Adv. Neural Inf. Process. Syst. 31 (2018)',
    ],
    ['publisher = {World Scientific}, year = 1987', '', 'World Scientific (1987)'],
    ['url = {https://example.org/~a_b}, year = 2001', 'https://example.org/~a_b', 'T (2001)'],
    ['url = {javascript:x}, year = 2001', '', 'T (2001)'],
    ['', '', 'T (n.d.)'],
  ])('with only %s', (fields, link, place) => {
    const one = article(fields);
    expect(one.link).toBe(link);
    expect(strip(reference(one, 'short'))).toBe(place);
  });

  test('without authors is named by its title', () => {
    expect(label(article('year = 2000'))).toBe('T 2000');
    expect(reference(article('year = 2000'), 'full')).toBe('<i>T</i> (2000)');
  });

  test('keeps the capitals, formulas and emphasis of its title, and escapes the rest', () => {
    const { title } = work('@misc{a, title = {The {SK} Model: $p$-spin, $T_c < 1$ \\& \\emph{More} {\\"o}}}');
    expect(title).toBe('The SK Model: p-spin, T<sub>c</sub>&lt;1 &amp; <i>More</i> ö');
  });
});

describe('a broken bibliography', () => {
  test('is refused with the line, and what can be read is read', () => {
    const { works, complaints } = parseBibtex('@misc{a, title={x}}\n\n@misc{b, title={y}\n\n@misc{c, title={z}}\n');
    expect([...works.keys()]).toEqual(expect.arrayContaining(['a', 'c']));
    expect(complaints).toEqual([{ line: 3, message: expect.stringMatching(/^Token mismatch, expected "}"/) }]);
  });

  test('a key that is defined twice, and a macro that nobody knows, are refused', () => {
    expect(parseBibtex('@misc{a, title={x}}\n@misc{a, title={y}}').complaints).toEqual([
      { line: 2, message: '"a" is defined twice' },
    ]);
    expect(parseBibtex('\n@misc{a,\n  note={\\nothing{x}}}').complaints).toEqual([
      { line: 3, message: 'unhandled macro \\nothing' },
    ]);
  });
});
