/**
 * What a PDF says about itself: who wrote it, and the titles of its outline. The browser writes neither author nor
 * formulas; both are appended as an update of the file. Sections are those of ISO 32000-1.
 */

export interface PdfInfo {
  /** By name, such as `Author` (14.3.3); names that the document has already keep their last value. */
  readonly about: Readonly<Record<string, string>>;
  /** Titles of the outline in the order of the document; used where there are as many as entries (12.3.3). */
  readonly headings: readonly string[];
}

/** @throws when `pdf` does not end as documents of Chromium do. */
export function withInfo(pdf: Buffer, { about, headings }: PdfInfo): Buffer {
  const text = pdf.toString('latin1');
  const end = /trailer\s*<<([^>]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const [, trailer = '', last = ''] = end ?? [];
  const info = reference(trailer, 'Info');
  if (!info) throw new Error('the PDF has no trailer with /Info at its end');
  const objects = [[info, withEntries(dictionary(text, info), about)] as const];
  const outline = reference(dictionary(text, reference(trailer, 'Root')), 'Outlines');
  const items = itemsBelow(text, outline);
  for (const [i, id] of items.length === headings.length ? items.entries() : []) {
    objects.push([id, withEntries(dictionary(text, id), { Title: headings[i] as string })]);
  }
  return Buffer.concat([pdf, Buffer.from(update(objects, trailer, last, pdf.length), 'latin1')]);
}

/** The number of the object to which a dictionary's entry refers. */
function reference(entries: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(entries)?.[1] ?? '';
}

/** What stands between the brackets of that object. */
function dictionary(text: string, id: string): string {
  const start = text.indexOf(`\n${id} 0 obj\n<<`);
  return id && start >= 0 ? text.slice(text.indexOf('<<', start) + 2, text.indexOf('>>\nendobj', start)) : '';
}

/** Entries of the outline below that one, in the order of the document. */
function itemsBelow(text: string, parent: string): string[] {
  const items: string[] = [];
  for (let id = reference(dictionary(text, parent), 'First'); id; id = reference(dictionary(text, id), 'Next')) {
    items.push(id, ...itemsBelow(text, id));
  }
  return items;
}

/** Chromium writes one entry a line. */
function withEntries(entries: string, added: Readonly<Record<string, string>>): string {
  const kept = entries.split(/\n(?=\/)/).filter((line) => !((/^\/(\w+)/.exec(line)?.[1] ?? '') in added));
  return [...kept, ...Object.entries(added).map(([name, value]) => `/${name} ${textString(value)}`)].join('\n');
}

/** A text string in UTF-16 with its byte order mark (7.9.2.2). */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** An incremental update (7.5.6) of a file of `length` bytes; the entries of its table have a fixed length (7.5.4). */
function update(
  objects: readonly (readonly [string, string])[],
  trailer: string,
  last: string,
  length: number,
): string {
  let body = '\n';
  let table = 'xref\n';
  for (const [id, entries] of objects) {
    table += `${id} 1\n${String(length + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${id} 0 obj\n<<${entries}>>\nendobj\n`;
  }
  return `${body}${table}trailer\n<<${trailer}\n/Prev ${last}>>\nstartxref\n${length + body.length}\n%%EOF\n`;
}
