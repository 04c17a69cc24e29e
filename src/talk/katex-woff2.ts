/** A Vite plugin: of the three formats of KaTeX's fonts, the one that every browser with WebAssembly reads. */
import type { Plugin } from 'vite';

export function katexWoff2Only(): Plugin {
  return {
    name: 'glassdeck:katex-woff2-only',
    config: () => ({
      css: {
        postcss: {
          plugins: [
            {
              postcssPlugin: 'woff2-only',
              Once(root) {
                root.walkAtRules('font-face', (face) => {
                  face.walkDecls('src', (source) => {
                    source.value = woff2Only(source.value);
                  });
                });
              },
            },
          ],
        },
      },
    }),
  };
}

/** The sources of a `src` that offers WOFF2, without the others that it loads. */
export function woff2Only(source: string): string {
  if (!source.includes('.woff2')) return source;
  return source.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])[^"']+\1\)/g, '');
}
