import type { Page } from '@playwright/test';

/** Adds a condition of a kind to the rule on the screen. */
export async function addCondition(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition' }).last().click();
  await page.getByRole('menuitem', { name: kind }).click();
}

/** Chooses an option in the last box of a name. */
export async function pick(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
