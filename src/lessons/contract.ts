/** A lesson: pages to read and do, on the sample data, with questions whose answers a test holds it to. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** What one can do afterwards, in one sentence. */
  readonly goal: string;
  readonly minutes: number;
  /** Sample datasets it works on. */
  readonly datasets: readonly string[];
  readonly pages: readonly LessonPage[];
}

export interface LessonPage {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly task?: LessonTask;
  readonly questions: readonly Question[];
}

/** What the reader does on a page: run a module, or a statement in the editor. */
export type LessonTask =
  | {
      readonly kind: 'module';
      readonly module: string;
      readonly input: Readonly<Record<string, unknown>>;
      /** What to notice at a step, by step id. */
      readonly notes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'sql'; readonly statement: string };

export interface Question {
  readonly id: string;
  readonly prompt: string;
  /** The right answer; numbers may be written with separators and are compared to their last digit given. */
  readonly answer: string | number;
  /** A query whose single value is the answer: the proof that the lesson is right. */
  readonly proof: string;
  readonly hint: string;
  /** Shown with the right answer. */
  readonly because: string;
}
