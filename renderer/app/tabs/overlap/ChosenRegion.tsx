import { Button } from '@mantine/core';
import { IconCode, IconUsersPlus } from '@tabler/icons-react';
import { newDraft } from '../../../../src/audiences/draft.ts';
import { type Region, regionSql } from '../../../../src/audiences/overlap/overlap-sql.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { counted } from '../../../../src/modules/words.ts';
import type { MeasuredOverlap } from '../../../audiences/overlap/use-overlap.ts';
import { projectStore } from '../../../project/project-store.ts';
import { useServices } from '../../services.ts';
import { openAudience } from '../audience/audience-tab.ts';
import { queryTab } from '../new-tab.ts';
import classes from './OverlapTab.module.css';

export interface ChosenRegionProps {
  readonly measured: MeasuredOverlap;
  readonly region: Region;
  /** Who that is. */
  readonly words: string;
  readonly people: number;
}

/** The people that were chosen, and what can be made of them. */
export function ChosenRegion({ measured: { members }, region, words, people }: ChosenRegionProps) {
  const services = useServices();
  const statement = () => regionSql(members, region).text;
  return (
    <section className={classes.chosen} aria-label="Chosen people">
      <p>
        {words}: <strong>{counted(people, 'person', 'people')}</strong>
      </p>
      <Button
        leftSection={<IconUsersPlus size={14} />}
        disabled={people === 0}
        onClick={() => {
          openAudience(services, undefined, {
            ...newDraft(catalogView(projectStore.getState().datasets)),
            mode: 'sql',
            sql: statement(),
            identity: members[0]?.identity ?? '',
          });
        }}
      >
        New audience of {people === 1 ? 'this person' : `these ${counted(people, 'person', 'people')}`}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconCode size={14} />}
        onClick={() => {
          services.tabs.open(queryTab(words, `${statement()};\n`), { beside: true });
        }}
      >
        Show SQL
      </Button>
    </section>
  );
}
