/** Starts a figure inside somebody else's page: the theme is that of `?theme=`, or the reader's own. */
import './page.ts';
import { showTheme, themes } from '../deck/appearance.ts';

const asked = new URLSearchParams(location.search).get('theme');
const theme = themes.find((known) => known === asked);
if (theme) showTheme(theme);
