import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const sessions = `SELECT s.session.num, count(*) AS events
FROM (
  SELECT SESS_TIMEOUT(ordered_at, 60 * 60 * 24 * 30) OVER (PARTITION BY customer_id ORDER BY ordered_at
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session
  FROM orders
) s
GROUP BY s.session.num
ORDER BY num
LIMIT 3;`;

const block = `$$ BEGIN
  SET @least = SELECT 10;
  CREATE TABLE large_orders WITH (rowvalidation = 'true') AS SELECT * FROM orders WHERE quantity > CAST(@least AS INT);
  SELECT table_exists('large_orders') AS made;
END $$;`;

/** Where a file of some project of this computer lies. */
function findFile(home: string, name: string): string {
  const found = fs.readdirSync(home, { recursive: true }).map(String);
  return path.join(home, found.find((file) => path.basename(file) === name) ?? name);
}

test(
  'Data Distiller SQL runs as it was written: sessions, blocks, faults at their place, the engine’s SQL beside it',
  { tag: '@once' },
  async ({ start }, info) => {
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await user.demoReady();
    await user.newQuery();
    const bar = page.getByRole('toolbar', { name: 'Query' });
    await bar.getByText('Data Distiller', { exact: true }).click();
    await expect(bar.getByRole('button', { name: 'DuckDB SQL' })).toBeVisible();

    await user.runToEnd(sessions, /3 rows/);
    await expect(page.getByRole('gridcell', { name: '1', exact: true }).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('sessions.png') });

    await bar.getByRole('button', { name: 'DuckDB SQL' }).click();
    await expect(page.getByRole('region', { name: 'DuckDB SQL' })).toContainText(/lag ?\(/i);
    await page.screenshot({ path: info.outputPath('shown.png') });

    await user.choose('Show in another dialect');
    await expect(page.getByRole('region', { name: 'Spark SQL' })).toContainText(/LAG\(/);
    await page.getByRole('combobox', { name: 'Show as' }).click();
    await page.getByRole('option', { name: 'Snowflake' }).click();
    await expect(page.getByRole('region', { name: 'Snowflake SQL' })).toContainText(/OVER \(/);
    const notes = page.getByRole('region', { name: 'Notes on the translation' });
    await expect(notes.getByRole('status')).toContainText('Snowflake');
    await notes
      .getByRole('button', { name: /^line \d+, column \d+$/ })
      .first()
      .click();
    await page.screenshot({ path: info.outputPath('snowflake.png') });
    await page.getByRole('combobox', { name: 'Show as' }).click();
    await page.getByRole('option', { name: 'DuckDB SQL' }).click();

    await user.runToEnd('SELECT custmer_id FROM orders;', /There is no column “custmer_id” here/);
    await expect(user.outcome.last()).toContainText('Did you mean “customer_id”?');
    await user.runToEnd(block, /1 row/);
    await expect(page.getByRole('list', { name: 'Notices' })).toContainText('rowvalidation');
    await expect(page.getByRole('gridcell', { name: 'true', exact: true }).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('block.png') });

    await bar.getByRole('button', { name: 'DuckDB SQL' }).click();
    const shown = page.getByRole('region', { name: 'DuckDB SQL' });
    await expect(shown).toContainText('-- Line 2: SET @least = SELECT 10');
    await expect(shown).toContainText(/getvariable ?\('least'\)/);
    await user.runToEnd(
      'ALTER TABLE large_orders ADD CONSTRAINT PRIMARY KEY (order_id);',
      /The constraint is declared/,
    );
    await user.dataset('large_orders').click();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('treeitem', { name: /order_id/ }).getByLabel('primary key')).toBeVisible();
  },
);

test(
  'a saved query keeps its dialect and stands where another one names it; so do files of other programs',
  { tag: '@once' },
  async ({ start, home }) => {
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await user.demoReady();
    await user.choose('New query tabs: Data Distiller SQL');
    await user.newQuery();
    const bar = page.getByRole('toolbar', { name: 'Query' }).last();
    await expect(bar.getByRole('radio', { name: 'Data Distiller' })).toBeChecked();
    await user.run("`channel` = 'web' OR `channel` = $other");
    await page.keyboard.press('ControlOrMeta+S');
    await page.getByRole('dialog').getByLabel('Name').fill('is online');
    await page.keyboard.press('Enter');
    await expect(bar.getByText('is online.sql')).toBeVisible();
    const file = findFile(home, 'is online.sql');
    expect(fs.readFileSync(file, 'utf8')).toBe("-- dialect: distiller\n`channel` = 'web' OR `channel` = $other\n");

    await user.newQuery();
    await user.run('SELECT DISTINCT channel FROM orders WHERE amount > 0 AND #`is online`;');
    await expect(user.outcome.last()).toContainText(
      'In the saved query “is online”: The parameter $other has no value',
    );
    await page.getByRole('textbox', { name: /other/ }).last().fill('app');
    await page
      .locator('.monaco-editor:visible')
      .first()
      .click({ position: { x: 200, y: 60 } });
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(user.outcome.last()).toContainText(/2 rows/);

    await user.newQuery();
    await user.runToEnd("COPY (SELECT 1 AS a) TO '%scratch_space%/from the window' WITH FORMAT 'csv';", /1 row/);
    const copied = findFile(home, 'part-00000.csv');
    expect(copied).toContain(path.join('scratch', 'from the window'));
    expect(fs.readFileSync(copied, 'utf8')).toBe('a\n1\n');

    fs.writeFileSync(
      path.join(path.dirname(file), 'elsewhere.sql'),
      '-- dialect: distiller\r\nSELECT `order_id` FROM orders\r\n',
    );
    await page.getByRole('navigation').getByRole('button', { name: 'SQL' }).click();
    await page.getByRole('treeitem', { name: 'elsewhere' }).dblclick();
    const editor = page.locator('.monaco-editor:visible').first();
    await expect(editor).toContainText('order_id');
    await expect(editor).not.toContainText('dialect');
    await expect(page.getByRole('toolbar', { name: 'Query' }).last().getByText('elsewhere.sql')).not.toContainText(
      'not saved',
    );
  },
);
