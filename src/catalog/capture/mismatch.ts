/** Thrown when a statement changed other rows or columns than it announced; its transaction has to be rolled back. */
export class CaptureMismatch extends Error {
  constructor() {
    super('A statement changed something else than it announced.');
    this.name = 'CaptureMismatch';
  }
}
