import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { ruleText } from './rule-text.ts';

/** The query that finds the members, to be read and run. */
export function SqlPage({ draft, catalog }: AudiencePageProps) {
  const { tabs } = useServices();
  const text = ruleText(draft, catalog);
  if (text === undefined) return <p className={classes.note}>Choose the people first.</p>;
  return (
    <div className={classes.page}>
      <div className={classes.row}>
        <p className={classes.muted}>This query finds the members. Nothing else is done to count them.</p>
        <Button
          variant="default"
          leftSection={<IconCode size={14} />}
          onClick={() => {
            tabs.open(queryTab(draft.name || 'Audience', `${text};\n`), { beside: true });
          }}
        >
          Open in the editor
        </Button>
      </div>
      <pre className={classes.sql}>{text}</pre>
    </div>
  );
}
