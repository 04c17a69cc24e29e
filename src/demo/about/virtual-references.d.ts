/** Provided by the build: what the kernels are and rest on, and how the project wants to be cited. */
declare module 'virtual:references' {
  export interface Reference {
    readonly key: string;
    /** Authors, year, journal, volume and page. */
    readonly text: string;
    readonly title: string;
    /** Empty where there is none. */
    readonly link: string;
  }
  export interface KernelBackground {
    /** A theory has no disorder, or another kernel names it as what predicts that kernel. */
    readonly role: 'simulation' | 'theory';
    readonly references: readonly Reference[];
  }
  export interface Project {
    readonly title: string;
    readonly authors: readonly string[];
    /** Of the release, four digits. */
    readonly year: string;
  }
  export const kernels: Readonly<Record<string, KernelBackground>>;
  export const project: Project;
}
