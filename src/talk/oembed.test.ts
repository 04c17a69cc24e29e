import { expect, test } from 'vitest';
import { oEmbed } from './oembed.ts';

const page = { title: 'A & "B"', author: 'C. D.', src: 'frame.html', width: 800, height: 600 };

test('describes the frame of a page under its address', () => {
  const { html, ...others } = JSON.parse(oEmbed(page, 'https://example.org/demo/x/', 'https://example.org/')) as Record<
    string,
    unknown
  >;
  expect(others).toEqual({
    version: '1.0',
    type: 'rich',
    title: 'A & "B"',
    author_name: 'C. D.',
    provider_name: 'Glassdeck',
    provider_url: 'https://example.org/',
    thumbnail_url: 'https://example.org/demo/x/card.png',
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width: 800,
    height: 600,
  });
  expect(html).toMatch(
    /^<iframe src="https:\/\/example\.org\/demo\/x\/frame\.html" title="A &amp; &quot;B&quot;" width="800" height="600" .* sandbox="[^"]*"><\/iframe>$/,
  );
});

test('without an address is relative to itself, and a page that nobody signs has no author', () => {
  const { author, ...unsigned } = page;
  const described = JSON.parse(oEmbed({ ...unsigned, src: '' }, '', '../')) as Record<string, unknown>;
  expect(described).not.toHaveProperty('author_name');
  expect(described).toMatchObject({ provider_url: '../', thumbnail_url: 'card.png' });
  expect(described.html).toContain('<iframe src="./" ');
});
