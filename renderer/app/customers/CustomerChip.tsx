import { Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconUser, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { filterIssue, filterWords } from '../../../src/customers/customer-filter.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { projectStore } from '../../project/project-store.ts';
import { viewStore } from '../../store/view-state.ts';
import classes from './CustomerChip.module.css';
import { CustomerForm } from './CustomerForm.tsx';

/** Whose rows the window shows: everybody's, one customer's, or those of an audience. */
export function CustomerChip() {
  const filter = useStore(viewStore, (view) => view.customer);
  const [open, setOpen] = useState(false);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const issue = useMemo(() => filter && filterIssue(filter, catalogView(datasets)), [filter, datasets]);
  const words = filter === undefined ? 'All customers' : filterWords(filter);
  const Icon = issue !== undefined ? IconAlertTriangle : filter?.who.kind === 'person' ? IconUser : IconUsers;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={420} shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.chip}
          data-narrowed={filter !== undefined || undefined}
          data-broken={issue !== undefined || undefined}
          aria-label={`Customers shown: ${issue ?? words}`}
          title={issue}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Icon size={15} aria-hidden />
          <span>{issue === undefined ? words : `${words}: not found`}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Customers shown">
        <CustomerForm
          filter={filter}
          onChange={(customer) => {
            viewStore.setState({ customer });
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
