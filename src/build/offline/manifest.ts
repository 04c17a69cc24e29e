/** The web app manifest, its icons, and the lines in the pages' heads that name them. */
import { iconPng, iconSvg } from './icon.ts';
import { token } from './theme-tokens.ts';

const colours = { line: token('light', 'hue-amp'), point: token('light', 'hue-gradient-flow') };
const paper = { light: token('light', 'paper'), dark: token('dark', 'paper') };

/** Icons of the application by the name of their file. */
export function icons(): Readonly<Record<string, string | Buffer>> {
  return {
    'icon.svg': iconSvg(colours),
    'icon-192.png': iconPng(192, colours),
    'icon-512.png': iconPng(512, colours),
    'icon-maskable-512.png': iconPng(512, colours, paper.light),
    'apple-touch-icon.png': iconPng(180, colours, paper.light),
  };
}

/** The manifest as text: an application of that name, which starts with the site's first page. */
export function manifest(name: string, description: string, lang: string): string {
  const square = (size: number) => ({ sizes: `${size}x${size}`, type: 'image/png' });
  const content = {
    name,
    short_name: name,
    description,
    lang,
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: paper.light,
    background_color: paper.light,
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', ...square(192) },
      { src: 'icon-512.png', ...square(512) },
      { src: 'icon-maskable-512.png', ...square(512), purpose: 'maskable' },
    ],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The page with what an application needs at the end of its head; a page that has it stays as it is. A deck is on light
 * paper unless the speaker chose otherwise, other pages follow the reader's system.
 * @param file the page's place in the site, such as `talk/index.html`
 * @throws naming the file when the page has no head
 */
export function fillHead(file: string, html: string): string {
  if (html.includes('<link rel="manifest"')) return html;
  if (!html.includes('</head>')) throw new Error(`${file}: no </head> to write the manifest's link before`);
  const up = '../'.repeat(file.split('/').length - 1) || './';
  const theme = (colour: string, media = '') => `<meta name="theme-color" content="${colour}"${media}>`;
  const scheme = (name: string) => ` media="(prefers-color-scheme: ${name})"`;
  const isDeck = /<div class="reveal"/.test(html);
  const lines = [
    `<link rel="manifest" href="${up}manifest.webmanifest">`,
    `<link rel="apple-touch-icon" href="${up}apple-touch-icon.png">`,
    ...(isDeck ? [theme(paper.light)] : [theme(paper.light, scheme('light')), theme(paper.dark, scheme('dark'))]),
  ];
  return html.replace('</head>', () => `${lines.map((line) => `  ${line}\n  `).join('')}</head>`);
}
