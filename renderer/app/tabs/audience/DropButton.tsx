import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Audience } from '../../../../src/audiences/audience.ts';
import { withAudiences } from '../../../../src/audiences/statements/audience-session.ts';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { identifier } from '../../../../src/core/sql.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';

/** Drops an audience and its members; the members can be brought back as a table. */
export function DropButton({ id, audience }: TabProps & { readonly audience: Audience }) {
  const { project, tabs, messages } = useServices();
  const drop = async () => {
    const live = await project.whenLive();
    const session = withAudiences(await live.workspace.openSession('Dropping an audience'), {
      ...live,
      clock: { now: () => new Date() },
    });
    try {
      const query = session.run(`DROP AUDIENCE ${identifier(audience.name).text}`);
      while ((await query.next()) !== undefined) continue;
      const { words = 'Dropped.' } = await query.outcome;
      tabs.close(id);
      messages.say(words);
    } finally {
      await session.close();
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={14} />}
      onClick={() => {
        drop().catch((error: unknown) => {
          messages.fail(toStillhouseError(error));
        });
      }}
    >
      Drop audience
    </Button>
  );
}
