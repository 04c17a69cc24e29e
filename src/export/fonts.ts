/** The fonts of the page's style sheets inside of a document that leaves the page. */
import { type Face, facesFor, readFace, type Wanted } from './font-face.ts';

interface PageFace extends Face {
  readonly rule: CSSFontFaceRule;
  /** What addresses in the rule are relative to. */
  readonly base: string;
}

/**
 * `@font-face` rules with their files as data, for the faces that `written` uses and no others; empty where the page has
 * none of them. A font that cannot be had is left out, and the text falls back.
 */
export async function fontStyles(written: readonly (Wanted & { text: string })[]): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => facesIn(sheet, document.baseURI));
  const used = new Set(written.flatMap(({ text, ...wanted }) => [...facesFor(faces, text, wanted)]));
  return (await Promise.all([...used].map(ruleOf))).join('');
}

function facesIn(sheet: CSSStyleSheet, base: string): PageFace[] {
  return rulesOf(sheet).flatMap((rule) => facesOf(rule, sheet.href ?? base));
}

/** Style sheets of other sites do not show their rules. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function facesOf(rule: CSSRule, base: string): PageFace[] {
  if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet, base) : [];
  if (rule instanceof CSSGroupingRule) return [...rule.cssRules].flatMap((inner) => facesOf(inner, base));
  if (!(rule instanceof CSSFontFaceRule)) return [];
  return [{ ...readFace((name) => rule.style.getPropertyValue(name)), rule, base }];
}

async function ruleOf({ rule, base }: PageFace): Promise<string> {
  const [, , address, format] = /url\((["']?)(.*?)\1\)(?:\s*format\(["']?(.*?)["']?\))?/.exec(source(rule)) ?? [];
  const data = address && (await dataOf(new URL(address, base).href));
  if (!data) return '';
  const described = ['font-family', 'font-style', 'font-weight', 'unicode-range']
    .map((name) => [name, rule.style.getPropertyValue(name)])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}:${value};`);
  return `@font-face{${described.join('')}src:url(${data})${format ? ` format("${format}")` : ''}}`;
}

const source = (rule: CSSFontFaceRule): string => rule.style.getPropertyValue('src');

async function dataOf(url: string): Promise<string | undefined> {
  if (url.startsWith('data:')) return url;
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    return await dataUrl(new Blob([await response.arrayBuffer()], { type: 'font/woff2' }));
  } catch {
    return undefined;
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
