/** An input on the sample data by which a module is tested. The first case of a module is its golden one. */
export interface ModuleCase {
  readonly module: string;
  /** Told apart from other cases of the module; also the name of its golden file. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Sample datasets it reads. */
  readonly datasets: readonly string[];
}
