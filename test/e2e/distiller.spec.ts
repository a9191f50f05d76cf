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

    await user.runToEnd('SELECT custmer_id FROM orders;', /There is no column “custmer_id” here/);
    await expect(user.outcome.last()).toContainText('Did you mean “customer_id”?');
    await user.runToEnd(block, /1 row/);
    await expect(page.getByRole('list', { name: 'Notices' })).toContainText('rowvalidation');
    await expect(page.getByRole('gridcell', { name: 'true', exact: true }).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('block.png') });
  },
);
