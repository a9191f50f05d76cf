import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import { createSends } from '../../../../electron/node/sends/sends.ts';
import { destinationSchema } from '../../../../src/activation/destinations/destination.ts';
import { retryDefaults } from '../../../../src/activation/sends/retry.ts';

// A program of its own that delivers one send as the host does, told where by its arguments, so that it can be killed.
const [sendsFolder = '', id = '', placeFile = ''] = process.argv.slice(2);
const { destination, secrets } = JSON.parse(fs.readFileSync(placeFile, 'utf8')) as {
  destination: unknown;
  secrets: Record<string, string>;
}; // the test wrote it
const sends = createSends({
  sends: sendsFolder,
  openCourier: () => openCourier(destinationSchema.parse(destination), secrets, { now: () => new Date() }),
  tools: {
    policy: retryDefaults,
    now: () => new Date(),
    random: () => Math.random(),
    wait: (milliseconds) => delay(milliseconds),
    emit: ({ sentBytes }) => fs.writeSync(1, `${sentBytes}\n`),
  },
});
void sends
  .recover()
  .then(() => {
    fs.writeSync(1, 'started\n');
    return sends.deliver(id, false);
  })
  .then(({ state }) => fs.writeSync(1, `${state}\n`));
