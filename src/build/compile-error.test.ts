import path from 'node:path';
import { expect, test } from 'vitest';
import { compileError } from './compile-error.ts';
import { root } from './root.ts';

const output = `ERROR TS2304: Cannot find name 'foo'.
   :
 2 │ return foo;
   │        ~~~
   └─ in assembly/kernels/x/kernel.ts(2,10)

ERROR TS2322: Type '~lib/string/String' is not assignable to type 'i32'.
   :
 4 │ export function b(): i32 { return "x" }
   │                                   ~~~
   └─ in assembly/kernels/x/kernel.ts(4,35)

FAILURE 2 compile error(s)`;

test('the overlay shows the first error with its lines and opens its file', () => {
  const file = path.join(root, 'assembly/kernels/x/kernel.ts');
  expect(compileError(output)).toEqual({
    message: "assembly/kernels/x/kernel.ts:2: TS2304: Cannot find name 'foo'.",
    stack: '',
    plugin: 'glassdeck:kernels',
    id: file,
    frame: '   :\n 2 | return foo;\n   |        ~~~',
    loc: { file, line: 2, column: 10 },
  });
});

test('an error without a place is shown as it is', () => {
  const plain = "ERROR TS6054: File 'a.ts' not found.\n\nFAILURE 1 parse error(s)";
  expect(compileError(plain)).toEqual({ message: plain, stack: '', plugin: 'glassdeck:kernels' });
});
