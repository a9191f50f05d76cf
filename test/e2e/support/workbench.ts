import { expect, type Locator, type Page } from '@playwright/test';

/** What a user does with the window, by the names that assistive technology reads. */
export interface Workbench {
  readonly page: Page;
  /** Waits until the project is open and its engine runs. */
  ready(): Promise<void>;
  /** Waits until the demo project has imported its orders and shows what its first query found. */
  demoReady(): Promise<void>;
  /** Does what the palette finds by this name. */
  choose(name: string): Promise<void>;
  /** A row of the catalog tree. */
  dataset(name: string): Locator;
  /** Opens the import dialog with files, imports them all, and gives the dialog. */
  importFiles(paths: readonly string[]): Promise<Locator>;
  newQuery(): Promise<void>;
  /** Puts SQL in place of the active tab's and runs all of it. */
  run(sql: string): Promise<void>;
  /** What the active tab says came of it: rows, words or error. */
  readonly outcome: Locator;
  /** Runs SQL and waits until it is done. */
  runToEnd(sql: string, outcome: RegExp): Promise<void>;
}

export function workbench(page: Page): Workbench {
  const outcome = page.getByRole('region', { name: 'Results' });
  const editor = page.locator('.monaco-editor:visible').first();
  const run = async (sql: string) => {
    await editor.click({ position: { x: 200, y: 60 } });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(sql);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
  };
  return {
    page,
    outcome,
    run,
    async ready() {
      await expect(page.getByText('Engine ready')).toBeVisible({ timeout: 60_000 });
    },
    async demoReady() {
      await expect(page.getByText(/51 rows/).first()).toBeVisible({ timeout: 60_000 });
    },
    async choose(name) {
      await page.keyboard.press('ControlOrMeta+K');
      await expect(page.getByPlaceholder('Search commands')).toBeFocused();
      await page.keyboard.insertText(name);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    dataset: (name) => page.getByRole('treeitem', { name }).first(),
    async importFiles(paths) {
      await page.getByLabel('Files to import').setInputFiles([...paths]);
      const dialog = page.getByRole('dialog', { name: 'Import' });
      const button = dialog.getByRole('button', { name: /^Import( \d+ files)?$/ });
      await expect(button).toBeEnabled();
      await button.click();
      await expect(dialog.locator('footer').getByRole('button', { name: 'Close' })).toBeVisible();
      return dialog;
    },
    async newQuery() {
      await page.keyboard.press('ControlOrMeta+Alt+N');
      await expect(page.getByText('Nothing has been run in this tab yet').last()).toBeVisible();
    },
    async runToEnd(sql, words) {
      await run(sql);
      await expect(outcome.last()).toContainText(words);
    },
  };
}
