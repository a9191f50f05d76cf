import { notifications } from '@mantine/notifications';
import type { Messenger } from './services.ts';

/** Messages at the window's corner. Failures stay until they are dismissed. */
export const messenger: Messenger = {
  say(message) {
    notifications.show({ message, color: 'gray' });
  },
  warn(message) {
    notifications.show({ message, color: 'yellow', autoClose: 15_000 });
  },
  fail(error) {
    if (error.code === 'cancelled') return;
    notifications.show({ title: error.message, message: error.remedy ?? '', color: 'red', autoClose: false });
  },
};
