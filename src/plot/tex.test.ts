import { expect, test, vi } from 'vitest';
import { tex, texOf } from './tex.ts';

vi.mock('virtual:tex', () => ({ default: { '\\beta': '<i>beta</i>' } }));

test('a formula is looked up as it is written', () => {
  expect(tex`\beta`).toBe('<i>beta</i>');
  expect(texOf('\\beta')).toBe('<i>beta</i>');
});

test('a formula that the build did not render is named', () => {
  expect(() => tex`\gamma`).toThrow('formula "\\gamma" was not rendered by the build');
  expect(() => texOf('q')).toThrow('formula "q" was not rendered by the build');
});
