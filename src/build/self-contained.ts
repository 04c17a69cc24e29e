/** What a page would load: a talk that is one file loads nothing. */

/**
 * URLs that a browser fetches by itself when it reads `html`: sources of elements, links of the head, and what style
 * sheets name. Anchors are for a person to follow, and some links of the head for whoever looks for them.
 */
export function outsideLoads(html: string): string[] {
  const bare = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));
  const tags = bare.match(/<[a-z][^>]*>/gi) ?? [];
  const styles = bare.match(/<style\b[^>]*>[\s\S]*?<\/style>/g) ?? [];
  const sources = tags.flatMap((tag) => matches(tag, /\s(?:src|srcset|poster|data-src)\s*=\s*["']?([^"'\s>]+)/gi));
  const heads = tags
    .filter((tag) => /^<link\b/i.test(tag) && !/\srel=["']?(canonical|alternate)\b/i.test(tag))
    .flatMap((tag) => matches(tag, /\shref\s*=\s*["']?([^"'\s>]+)/gi));
  const named = [...styles, ...tags].flatMap((css) => [
    ...matches(css, /url\(\s*["']?([^"')\s]+)/gi),
    ...matches(css, /@import\s+["']([^"']+)/gi),
  ]);
  return [...sources, ...heads, ...named].filter((url) => !/^(data:|#|%23|about:)/.test(url));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}
