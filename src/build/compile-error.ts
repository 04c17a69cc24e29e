/** What the AssemblyScript compiler says, as the development server's overlay shows it. */
import path from 'node:path';
import type { ErrorPayload } from 'vite';
import { root } from './root.ts';

/**
 * Reads `ERROR AS100: text`, the lines of source below it, and `in file(line,column)`: the overlay shows the first
 * error in full and opens its file at its line.
 */
export function compileError(output: string): ErrorPayload['err'] {
  const [, message = '', frame = '', file, line, column] =
    /ERROR ([^\n]+)\n([\s\S]*?)└─ in ([^\n(]+)\((\d+),(\d+)\)/.exec(output) ?? [];
  if (!file) return { message: output, stack: '', plugin: 'glassdeck:kernels' };
  return {
    message: `${file}:${line}: ${message}`,
    stack: '',
    plugin: 'glassdeck:kernels',
    id: path.join(root, file),
    frame: frame.replaceAll('│', '|').trimEnd(),
    loc: { file: path.join(root, file), line: Number(line), column: Number(column) },
  };
}
