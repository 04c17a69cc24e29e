import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject } from '../../tests/project.ts';

const project = mkdtempSync(path.join(tmpdir(), 'data-'));
const [reader, stranger] = ['assembly/kernels/reader/kernel.ts', 'assembly/kernels/stranger/kernel.ts'];
const model = 'assembly/models/level.ts';
const script = 'assembly/data/noise.mts';
const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i + (i >> 8)) % 251);
const scriptText = 'export default () => Uint8Array.from({ length: 70_000 }, (_, i) => (i * i + (i >> 8)) % 251);\n';
const write = (file: string, text: string) => writeFileSync(path.join(project, file), text);

let asc: typeof import('./asc.ts');
beforeAll(async () => {
  copyProject(project, {
    [reader]: "export { size, at } from '../../models/level';\n",
    [model]: `import { noise } from '../data/noise';
export function size(): i32 { return noise.length; }
export function at(i: i32): i32 { return noise[i]; }
`,
    [stranger]: 'export function one(): i32 { return 1; }\n',
    [script]: scriptText,
  });
  asc = await import(/* @vite-ignore */ pathToFileURL(path.join(project, 'src/build/asc.ts')).href);
});
afterAll(() => rmSync(project, { recursive: true }));

describe('a script of assembly/data', () => {
  test.each(['debug', 'release'] as const)('has its bytes in the module that imports them: %s', async (target) => {
    const { instance } = await WebAssembly.instantiate(await asc.compile(reader, target), { env: { abort() {} } });
    const { size, at } = instance.exports as { size(): number; at(i: number): number };
    expect(Uint8Array.from({ length: size() }, (_, i) => at(i))).toEqual(bytes);
  });

  test('makes another module when it changes, or a package that it may read, and of its readers alone', () => {
    const names = () => [reader, stranger].map((entry) => asc.fingerprint(entry, 'release'));
    const [known, other] = names();
    write(script, `// Another noise.\n${scriptText}`);
    const [changed] = names();
    write(script, scriptText);
    write('package.json', '{}');
    const [updated] = names();
    expect(new Set([known, changed, updated]).size).toBe(3);
    expect(names()[1]).toBe(other);
  });

  test('is named when it fails or returns something else', async () => {
    write(script, "export default () => { throw new Error('no noise today'); };\n");
    await expect(asc.compile(reader, 'debug')).rejects.toThrow(`${script}: no noise today`);
    write(script, "export default () => 'noise';\n");
    await expect(asc.compile(reader, 'debug')).rejects.toThrow(
      `${script}: its default export returned string, expected a Uint8Array`,
    );
  });

  test('that is missing is an error at the line that imports it', async () => {
    rmSync(path.join(project, script));
    await expect(asc.compile(reader, 'debug')).rejects.toThrow(
      /File 'assembly\/data\/noise.ts' not found[\s\S]*models\/level.ts\(1,/,
    );
  });
});
