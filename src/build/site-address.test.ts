import { expect, test } from 'vitest';
import { siteAddress } from './site-address.ts';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/talks', 'https://example.org/talks/'],
  ['http://localhost:8080/a/', 'http://localhost:8080/a/'],
])('%s is the address %s', (text, address) => {
  expect(siteAddress(text)).toBe(address);
});

test('nobody needs to say where the site will be', () => {
  expect(siteAddress('')).toBeUndefined();
});

test.each(['example.org', '/talks/', 'file:///talks/', 'https://example.org/?a', 'https://example.org/#a'])(
  '%s is refused, with what is wanted',
  (text) => {
    expect(() => siteAddress(text)).toThrow(
      `SITE_URL="${text}" is not the address of a folder, expected one such as https://example.org/talks/`,
    );
  },
);
