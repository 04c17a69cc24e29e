import { createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import { kernelIds, manifestOf } from '../build/catalogue.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import { literals, renderTable, symbols, texTable } from './tex-table.ts';

const file = 'src/demos/some-claim/view.ts';

describe('literals', () => {
  test('are found with their lines and as the page reads them', () => {
    const text = 'const a = tex`m(t)`;\n\nconst b = [tex`\\Delta_2`, tex`x^\\ast`];\ncontext`no`';
    expect(literals(text, file)).toEqual([
      { source: 'm(t)', file, line: 1 },
      { source: '\\Delta_2', file, line: 3 },
      { source: 'x^\\ast', file, line: 3 },
    ]);
  });

  test('with an interpolation are refused by file, line and source', () => {
    expect(() => literals('\ntex`t = $' + '{now}`', file)).toThrow(
      `${file}:2: tex\`t = \${now}\`: formulas are rendered at build time: no interpolation`,
    );
  });
});

test('symbols of a manifest are found with their lines', () => {
  const text =
    "export default {\n  setup: {\n    N: { symbol: 'N' },\n  },\n  observables: {\n    m: { symbol: 'm_0' },\n  },\n};";
  const manifest = { setup: { N: { symbol: 'N' } }, params: {}, observables: { m: { symbol: 'm_0' } }, fields: {} };
  expect(symbols(manifest as unknown as KernelManifest, text, 'manifest.ts')).toEqual([
    { source: 'N', file: 'manifest.ts', line: 3 },
    { source: 'm_0', file: 'manifest.ts', line: 6 },
  ]);
});

describe('renderTable', () => {
  const formula = (source: string, line: number) => ({ source, file, line });

  test('renders HTML with MathML, sorted by source, each formula once', () => {
    const table = renderTable([formula('b', 1), formula('a', 2), formula('b', 3)]);
    expect(Object.keys(table)).toEqual(['a', 'b']);
    expect(table.a).toContain('<math');
    expect(table.a).toContain('katex-html');
  });

  test('names every wrong formula with file and line', () => {
    const wrong = [formula('\\frac{1}', 4), formula('x', 5), formula('\\nonsense', 6), formula('\u00e9', 7)];
    let message = '';
    try {
      renderTable(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    const lines = message.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^src\/demos\/some-claim\/view\.ts:4: tex`\\frac\{1\}`: /);
    expect(lines[1]).toMatch(/:6: tex`\\nonsense`: Undefined control sequence: \\nonsense at position 1: \\nonsense$/);
    expect(lines[2]).toMatch(/:7: tex`\u00e9`: /);
  });
});

test('the module holds every symbol of every kernel as HTML', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [texTable()],
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    const { default: table } = (await server.ssrLoadModule('virtual:tex')) as { default: Record<string, string> };
    for (const id of kernelIds()) {
      const { setup, params, observables, fields } = await manifestOf(id);
      for (const { symbol } of [setup, params, observables, fields].flatMap((block) => Object.values(block))) {
        expect(table[symbol], `symbol ${symbol} of ${id}`).toContain('katex-mathml');
      }
    }
  } finally {
    await server.close();
  }
});
