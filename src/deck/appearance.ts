/** The theme of the page: light on stage unless the speaker chose another one, remembered by the browser. */
export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

const key = 'glassdeck:theme';

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] as Theme;
}

/** The theme of that name, light where there is none. */
export function themeNamed(name: string | null | undefined): Theme {
  return themes.find((theme) => theme === name) ?? 'light';
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Storage may be forbidden (private windows, files): then the choice lasts as long as the page. */
export function rememberedTheme(): Theme {
  try {
    return themeNamed(localStorage.getItem(key));
  } catch {
    return 'light';
  }
}

/** Light, dark, projector, light: shown and remembered. */
export function cycleTheme(): void {
  const theme = nextTheme(themeNamed(document.documentElement.dataset.theme));
  showTheme(theme);
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
}

/** Follows a choice made in another window of the same deck, such as the speaker view. */
export function followTheme(): void {
  window.addEventListener('storage', (event) => {
    if (event.key === key) showTheme(themeNamed(event.newValue));
  });
}
