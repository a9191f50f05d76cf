import { afterAll, beforeAll, describe, test } from 'vitest';
import { readTopics } from './case-files.ts';
import { type ConformanceWorkspace, openConformanceWorkspace } from './conformance-workspace.ts';

let workspace: ConformanceWorkspace;
beforeAll(async () => {
  workspace = await openConformanceWorkspace();
});
afterAll(() => workspace.close());

describe.each(readTopics())('$file', ({ cases }) => {
  test.each(cases)('$title', async (testCase) => {
    if (!testCase.fresh) {
      await workspace.check(testCase);
      return;
    }
    const own = await openConformanceWorkspace();
    await own.check(testCase).finally(() => own.close());
  });
});
