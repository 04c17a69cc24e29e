/** What is wrong with a talk: gathered while it is read, so that its author hears of everything at once. */

export interface Problem {
  /** Path below the project's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Takes a complaint about one line of one file. */
export type Complain = (line: number, message: string) => void;

export function describe({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** By file and line, each said once. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [describe(problem), problem]));
  return [...unique.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
