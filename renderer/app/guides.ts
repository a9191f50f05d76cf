/** All guides and lessons: loaded apart from the first screen, which does without them. */
export { lessons } from '../../src/lessons/index.ts';
export { modules } from '../../src/modules/index.ts';
