/** Provided by the build: where the compiled module of each kernel is, by id. */
declare module 'virtual:kernels' {
  const urls: Readonly<Record<string, string>>;
  export default urls;
}
