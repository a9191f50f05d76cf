import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import { createSends } from '../../../../electron/node/sends/sends.ts';
import { destinationSchema } from '../../../../src/activation/destinations/destination.ts';
import { retryDefaults } from '../../../../src/activation/sends/retry.ts';

// A program of its own that delivers one send as the host does, told where by its arguments, so that it can be killed; with
// two numbers more it kills itself, as soon as it has printed more than so many lines and so many milliseconds have passed.
const [sendsFolder = '', id = '', placeFile = '', lines = '', milliseconds = ''] = process.argv.slice(2);
let printed = 0;
function print(line: string | number): void {
  fs.writeSync(1, `${line}\n`);
  if (lines !== '' && ++printed === Number(lines) + 1) setTimeout(kill, Number(milliseconds));
}
function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}

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
    emit: ({ sentBytes }) => {
      print(sentBytes);
    },
  },
});
void sends
  .recover()
  .then(() => {
    print('started');
    return sends.deliver(id, false);
  })
  .then(({ state }) => {
    print(state);
  });
