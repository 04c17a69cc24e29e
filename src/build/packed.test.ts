import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pack } from './packed.ts';

const page = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>A talk – of α</title>
    <script type="module">${'console.log("said often");\n'.repeat(1000)}</script>
  </head>
  <body><p>ξ</p></body>
</html>
`;

test('a packed page holds the whole page, and shows its name without unpacking', () => {
  const packed = pack(page);
  const [, base64 = ''] = /data:application\/gzip;base64,([\w+/=]+)/.exec(packed) ?? [];
  expect(gunzipSync(Buffer.from(base64, 'base64')).toString()).toBe(page);
  expect(packed).toMatch(
    /^<!doctype html>\n<html lang="en-GB">\n {2}<head>\n {4}<meta charset="utf-8">\n {4}<title>A talk – of α<\/title>/,
  );
  expect(packed).not.toContain('said often');
  expect(packed.length).toBeLessThan(page.length / 10);
});
