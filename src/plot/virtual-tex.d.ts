/** Provided by the build: every formula of the demos and every symbol of the manifests as HTML, by TeX source. */
declare module 'virtual:tex' {
  const table: Readonly<Record<string, string>>;
  export default table;
}
