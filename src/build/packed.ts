/**
 * A page packed into a third of its size: what stands before its first script, which a browser's tab and a file manager
 * read, and everything compressed. It unpacks itself where it is opened, at the same address.
 */
import { gzipSync } from 'node:zlib';

/** Runs in the packed page. Of the browsers that run the kernels, all have this stream. */
const unpack = `
const { href } = document.getElementById('packed');
const { body } = await fetch(href);
const page = await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
document.open();
document.write(page);
document.close();
`;

/** @param html a page that loads nothing. */
export function pack(html: string): string {
  const head = html.slice(0, html.search(/<(script|style)\b/));
  const packed = gzipSync(html, { level: 9 }).toString('base64');
  return `${head}<link id="packed" href="data:application/gzip;base64,${packed}">
    <script type="module">${unpack}</script>
  </head>
  <body><noscript>This talk computes while it is shown: it needs JavaScript.</noscript></body>
</html>
`;
}
