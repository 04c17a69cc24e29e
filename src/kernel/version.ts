/** The project's version, the same in the page and on the command line. */
export { version } from '../../package.json';
