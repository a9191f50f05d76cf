import { type NotificationData, notifications } from '@mantine/notifications';
import type { Messenger } from './services.ts';

/** Messages at the window's corner. Failures stay until they are dismissed. */
export const messenger: Messenger = {
  say(message) {
    show({ message, color: 'gray' });
  },
  warn(message) {
    show({ message, color: 'yellow', autoClose: 15_000 });
  },
  fail(error) {
    if (error.code === 'cancelled') return;
    show({ title: error.message, message: error.remedy ?? '', color: 'red', autoClose: false });
  },
};

function show(message: NotificationData): void {
  notifications.show({ ...message, closeButtonProps: { 'aria-label': 'Dismiss' } });
}
