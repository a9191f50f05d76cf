import type { z } from 'zod';
import type { ChartSpecInput } from '../charts/spec.ts';
import type { RelationName, Sql } from '../core/sql.ts';
import type { StructValue } from '../engine/value.ts';
import type { CatalogView } from './catalog-view.ts';
import type { SourceDataset } from './source-dataset.ts';

/** The shelves on which modules lie. */
export const moduleGroups = ['explore', 'enrich', 'privacy'] as const;
export type ModuleGroup = (typeof moduleGroups)[number];

/** The input of any module: an object of fields made by `fields.ts`. */
export type InputSchema = z.ZodObject;

/**
 * One guided task. Pure: `plan` does no I/O, and the same input and context give the same plan. One object serves the
 * form, the SQL shown, the lesson, the command line, the saved run and the tests.
 */
export interface GuidedModule<Input extends InputSchema = InputSchema> {
  /** Saved in projects and lessons, so never renamed: `explore.profile-table`. */
  readonly id: `${ModuleGroup}.${string}`;
  /** Raised when the same input would give a different plan. */
  readonly version: number;
  readonly title: string;
  /** What one learns from it, in one sentence. */
  readonly summary: string;
  /** Source of the form, the command line's settings, validation and saved inputs. */
  readonly input: Input;
  /** Sensible first values, from names and types in the catalog. Fields it leaves out keep their defaults. */
  suggest?(catalog: CatalogView): Partial<z.input<Input>>;
  /** Throws `input-invalid` only for what the form cannot check: see `checkInput`. */
  plan(input: z.output<Input>, context: PlanContext): ModulePlan;
}

/** Declares a module; its fields give `plan` and `suggest` their types. */
export function defineModule<Input extends InputSchema>(module: GuidedModule<Input>): GuidedModule<Input> {
  return module;
}

/** What a plan may know of the world. */
export interface PlanContext {
  readonly catalog: CatalogView;
  /** The moment of the run: nothing else in a plan tells the time. */
  readonly now: Date;
  /** A dataset of the catalog, ready to stand in a FROM clause. Throws `input-invalid` where there is none. */
  dataset(label: string): SourceDataset;
  /** Names the relation that a step makes: of its own in a run, the plain step id where the plan is to be read. */
  scratch(stepId: string): RelationName;
}

export interface ModulePlan {
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  /** What the module found, the most important first. */
  readonly findings: readonly Finding[];
  /** What is kept in the project; empty when the user named nothing. */
  readonly outputs: readonly Output[];
  /** Keys that the steps read as `getvariable('secret_<name>')`; they stand in no plan. */
  readonly secrets?: readonly PlanSecret[];
  /** What the run takes from a dataset's privacy budget; nothing is shown or kept unless it can be charged. */
  readonly charge?: PrivacyCharge;
}

/** Epsilon and delta that one run spends on a dataset, and all that may ever be spent on it. */
export interface PrivacyCharge {
  /** The dataset's label. */
  readonly dataset: string;
  readonly epsilon: number;
  readonly delta: number;
  /** Counts where the dataset has no budget yet, or a greater one. */
  readonly budget: number;
}

/**
 * A key that a run's steps read: one that is kept under a name, or one drawn for this run and forgotten after it. Names of
 * drawn keys begin with `_`, which those of kept keys have not.
 */
export interface PlanSecret {
  readonly name: string;
  readonly origin: 'kept' | 'drawn';
}

/** Why a step is there, for the person who reads its SQL. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  /** What goes wrong when it is done without care. */
  readonly caution?: string;
}

interface StepBase {
  /** Lessons and saved runs refer to it; a valid SQL name. */
  readonly id: string;
  readonly title: string;
  readonly explanation: Explanation;
  /** The relation it makes, from `PlanContext.scratch`. */
  readonly creates: RelationName;
}

/** One query whose rows the next steps read. */
export interface SqlStep extends StepBase {
  readonly kind: 'sql';
  /** `view` is computed anew by each reader: for steps that are cheaper to compute again than to store. */
  readonly as: 'table' | 'view';
  readonly query: Sql;
}

/** What SQL cannot say in one statement: a kernel reads tables of numbers and gives one. */
export interface ComputeStep extends StepBase {
  readonly kind: 'compute';
  /** The id of a kernel in `kernels.ts`. */
  readonly kernel: string;
  /** Queries by the names the kernel reads, whose columns are numbers, yes and no, texts or blobs; ordered where order matters. */
  readonly inputs: Readonly<Record<string, Sql>>;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** The columns it makes, in this order: DOUBLE but for those in `blobs`. */
  readonly columns: readonly string[];
  /** The names of columns that hold bytes; absent where there are none. */
  readonly blobs?: readonly string[];
}

export type Step = SqlStep | ComputeStep;

/** Passes when `violations` gives no rows; the rows it gives are shown as evidence. */
export interface Check {
  readonly id: string;
  /** What holds when it passes. */
  readonly title: string;
  /** An `error` before the steps ends the run; after them it keeps outputs from being written. */
  readonly severity: 'error' | 'warning' | 'note';
  /** `before` reads datasets only, `after` also what the steps made. */
  readonly when: 'before' | 'after';
  readonly violations: Sql;
  /** What to do when it fails. */
  readonly remedy: string;
  /** The input to change. */
  readonly field?: string;
}

/** A small table of figures, in words, drawn where it has a chart. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  /** Ordered; it may be long, of which words and reports read the first rows. */
  readonly data: Sql;
  /** What to look for, in one sentence. */
  readonly reading: string;
  readonly chart?: ChartSpecInput;
  /** What the figures say, in one or two sentences with exact numbers; hears the first thousand rows. */
  words(rows: readonly StructValue[]): string;
}

/** A relation of the run that becomes a dataset of the project. */
export interface Output {
  readonly relation: RelationName;
  /** The dataset's name in schema `main`; one that exists is replaced, its old rows staying in its history. */
  readonly name: string;
  readonly title: string;
  /** Labels of the datasets it was made from. */
  readonly from: readonly string[];
  /** Marks it as a profile dataset: one row a person, known by the column of the primary identity in a namespace. */
  readonly profile?: { readonly identity: string; readonly namespace: string };
}
