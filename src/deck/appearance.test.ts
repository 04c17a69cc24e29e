// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cycleTheme, followTheme, nextTheme, rememberedTheme, showTheme, themeNamed } from './appearance.ts';

const shown = () => document.documentElement.dataset.theme;

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the theme', () => {
  it('goes round', () => {
    expect([nextTheme('light'), nextTheme('dark'), nextTheme('projector')]).toEqual(['dark', 'projector', 'light']);
  });

  it('is light unless it is one of ours', () => {
    expect([themeNamed(null), themeNamed('solarized'), themeNamed('dark')]).toEqual(['light', 'light', 'dark']);
  });

  it('is remembered', () => {
    showTheme('light');
    cycleTheme();
    expect(shown()).toBe('dark');
    expect(rememberedTheme()).toBe('dark');
  });

  it('changes where nothing can be remembered', () => {
    const forbidden = () => {
      throw new Error('no storage');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, clear: () => {} });
    showTheme('dark');
    cycleTheme();
    expect(shown()).toBe('projector');
    expect(rememberedTheme()).toBe('light');
  });

  it('follows the other windows of the deck', () => {
    followTheme();
    const event = new StorageEvent('storage', { key: 'glassdeck:theme', newValue: 'projector' });
    showTheme('light');
    window.dispatchEvent(event);
    expect(shown()).toBe('projector');
  });
});
