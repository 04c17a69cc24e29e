/** The YAML at the head of a talk: what the talk is called, how long it takes and what shape its slides have. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { folderAddress } from '../build/site-address.ts';
import type { Complain } from './problem.ts';

export interface TalkMeta {
  readonly title: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly affiliation?: string;
  readonly date?: string;
  readonly event?: string;
  /** One sentence for whoever sees only a link. */
  readonly description?: string;
  /** Where the talk is published, with a slash at its end, if that is not the site's own folder for it. */
  readonly url?: string;
  readonly lang: string;
  /** Minutes. */
  readonly duration: number;
  /** Slide units. */
  readonly width: number;
  readonly height: number;
  /** TeX macros of the whole talk. */
  readonly macros: Readonly<Record<string, string>>;
}

const sizes: Readonly<Record<string, readonly [number, number]>> = { '16:9': [1280, 720], '4:3': [960, 720] };
const words = ['title', 'subtitle', 'author', 'affiliation', 'date', 'event', 'description', 'lang'] as const;
const keys = [...words, 'url', 'aspectRatio', 'duration', 'macros'];

/**
 * Reads the front matter of `lines`. What is wrong is complained about, and a value that does not fit is left at its
 * default, so that the rest of the talk can be checked too.
 */
export function readFrontMatter(lines: readonly string[], complain: Complain): { meta: TalkMeta; end: number } {
  const close = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1;
  if (close < 0) {
    complain(1, 'the talk has no front matter, expected YAML between two lines of ---');
    return { meta: readMeta(new Map(), complain), end: 0 };
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, close).join('\n'), { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  for (const { pos, message } of document.errors) complain(lineAt(pos[0]), `front matter: ${message}`);
  const entries = new Map<string, Entry>();
  const pairs = isMap(document.contents) ? document.contents.items : [];
  for (const { key, value } of pairs) {
    if (!isScalar(key)) continue;
    const plain: unknown = isNode(value) ? value.toJS(document) : value;
    entries.set(String(key.value), { line: lineAt(key.range?.[0] ?? 0), value: plain });
  }
  return { meta: readMeta(entries, complain), end: close + 1 };
}

interface Entry {
  readonly line: number;
  readonly value: unknown;
}

function readMeta(entries: ReadonlyMap<string, Entry>, complain: Complain): TalkMeta {
  for (const [key, { line }] of entries) {
    if (!keys.includes(key)) complain(line, `front matter has no "${key}", expected one of: ${keys.join(', ')}`);
  }
  for (const key of ['title', 'duration']) {
    if (!entries.has(key)) complain(1, `front matter has no ${key}`);
  }
  const wrong = (key: string, wanted: string) => {
    const entry = entries.get(key) as Entry;
    complain(entry.line, `front matter: ${key} is ${JSON.stringify(entry.value)}, expected ${wanted}`);
  };

  const text: Record<string, string> = {};
  for (const key of words) {
    const value = entries.get(key)?.value;
    if (typeof value === 'string' || typeof value === 'number') text[key] = String(value).trim();
    if (entries.has(key) && !text[key]) wrong(key, 'words');
  }
  const url = folderAddress(String(entries.get('url')?.value));
  if (entries.has('url') && !url) wrong('url', 'the address of a folder, such as https://example.org/talk/');

  const minutes = entries.get('duration')?.value;
  const duration = typeof minutes === 'number' && minutes > 0 ? minutes : 0;
  if (entries.has('duration') && duration === 0) wrong('duration', 'a number of minutes');

  const ratio = entries.get('aspectRatio')?.value ?? '16:9';
  const size = sizes[String(ratio)];
  if (!size) wrong('aspectRatio', Object.keys(sizes).join(' or '));
  const [width, height] = size ?? [1280, 720];

  const macros = (entries.get('macros')?.value ?? {}) as Record<string, string>;
  const areMacros = Object.entries(macros).every(([name, body]) => /^\\./.test(name) && typeof body === 'string');
  if (!areMacros) wrong('macros', 'TeX by name, as in \\R: "\\\\mathbb{R}"');

  const { title = '', lang = 'en', ...rest } = text;
  const known = { ...rest, ...(url && { url }) };
  return { ...known, title, lang, duration, width, height, macros: areMacros ? macros : {} };
}
