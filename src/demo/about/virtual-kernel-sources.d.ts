/** Provided by the build: the text of each kernel's `kernel.ts` by id, loaded when somebody wants to read it. */
declare module 'virtual:kernel-sources' {
  const sources: Readonly<Record<string, () => Promise<string>>>;
  export default sources;
}
