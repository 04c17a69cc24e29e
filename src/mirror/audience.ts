/** The line to the audience's window, where this page is the pane in which the speaker sees the present slide. */
import { type Line, openLine } from './line.ts';
import { roleOf } from './role.ts';

export const audience: Line | undefined = roleOf(location.search) === 'current' ? openLine() : undefined;
