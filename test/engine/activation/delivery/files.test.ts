import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import type { Destination } from '../../../../src/activation/destinations/destination.ts';
import { failures } from './failures.ts';
import { bytes, openProject, outboxOf, prepare, sha256 } from './fixture.ts';
import { type FilePlace, filePlaces } from './places.ts';

const kinds = ['folder', 's3', 'azure', 'sftp'] as const;
const megabyte = 1 << 20;

/** A destination with other settings, of the same kind. */
function changed(place: FilePlace, change: Partial<Extract<Destination, { overwrite: boolean }>>): FilePlace {
  return { ...place, destination: { ...place.destination, ...change } as Destination }; // only settings of all kinds change
}

describe.each(kinds)('%s', (kind) => {
  let place: FilePlace;

  beforeAll(async () => {
    place = await filePlaces[kind]();
  });
  afterAll(() => place.stop());

  test('files of every size and name arrive whole, the manifest last, and the receipt is true', async () => {
    const project = openProject(place);
    const files = [
      { name: 'first/Grüße an Zoë & 日本.csv', content: Buffer.from('mail\nä\n') },
      { name: "first/with space + plus%20 'quote'.csv", content: Buffer.alloc(0) },
      { name: 'first/large.parquet', content: bytes(11 * megabyte + 7) },
    ];
    const sealed = await prepare(project, place, files);
    expect(sealed).toMatchObject({
      state: 'ready',
      attempts: 0,
      manifest: { name: `first/manifest-${sealed.id}.json` },
    });
    const sent = await project.sends.deliver(sealed.id, false);
    expect(sent).toMatchObject({ state: 'sent', error: null, attempts: 1 });
    for (const [index, { name, content }] of files.entries()) {
      expect(sha256(await place.read(name)), name).toBe(sha256(content));
      expect(sent.files[index]).toMatchObject({ name, bytes: content.length, sha256: sha256(content) });
      expect(sent.files[index]?.remote).toMatchObject({ bytes: content.length, uploaded: true });
    }
    const manifest = await place.read(sent.manifest?.name ?? '');
    expect(sha256(manifest)).toBe(sent.manifest?.sha256);
    expect(JSON.parse(manifest.toString())).toEqual({
      send: sent.id,
      createdAt: sent.createdAt,
      source: { dataset: 'spring', snapshot: '7' },
      files: sent.files.map(({ name, bytes: size, rows, sha256: hash }) => ({ name, bytes: size, rows, sha256: hash })),
    });
    expect(await place.list()).toEqual([...files.map(({ name }) => name), sent.manifest?.name].sort());
    expect(await place.pending()).toBe(0);
    expect(outboxOf(project, sent.id)).toEqual(['send.json']);
    expect(project.progress.at(-1)).toMatchObject({ file: sent.manifest?.name, attempt: 1 });
    expect(await project.sends.list()).toEqual([sent]);
  });

  test('what is there already is not sent again, and other content is never replaced unasked', async () => {
    const content = bytes(6 * megabyte, 2);
    const file = { name: 'second/list.csv', content };
    const project = openProject(place);
    await project.sends.deliver((await prepare(project, place, [file])).id, false);
    const again = await project.sends.deliver((await prepare(project, place, [file])).id, false);
    expect(again).toMatchObject({ state: 'sent', files: [{ remote: { uploaded: false } }] });

    const other = { name: file.name, content: bytes(6 * megabyte, 3) };
    const refused = await project.sends.deliver((await prepare(project, place, [other])).id, false);
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'destination-conflict' } });
    expect(refused.error?.message).toContain('list.csv');
    expect(sha256(await place.read(file.name))).toBe(sha256(content));

    const overwriting = changed(place, { overwrite: true, manifest: false });
    const bold = openProject(overwriting, { folder: project.folder });
    expect(await bold.sends.deliver((await prepare(bold, overwriting, [other])).id, false)).toMatchObject({
      state: 'sent',
      manifest: null,
    });
    expect(sha256(await place.read(file.name))).toBe(sha256(other.content));
  });

  test.skipIf(kind === 'folder')('a connection cut in the middle is taken up again where it was', async () => {
    const project = openProject(place);
    const content = bytes(24 * megabyte, 4);
    const sealed = await prepare(project, place, [{ name: 'third/list.csv', content }]);
    place.proxy?.cutAfter(20 * megabyte);
    const failed = await project.sends.deliver(sealed.id, false);
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'destination-unreachable' } });
    expect(await place.list()).not.toContain('third/list.csv');
    expect(project.progress.some(({ attempt, note }) => attempt > 1 && note !== undefined)).toBe(true);
    place.proxy?.cutAfter(14 * megabyte);
    const sent = await project.sends.deliver(sealed.id, false);
    place.proxy?.cutAfter(Infinity);
    expect(sent).toMatchObject({ state: 'sent', attempts: 2 });
    expect(sha256(await place.read('third/list.csv'))).toBe(sha256(content));
    expect(await place.pending()).toBe(0);
  });

  test('a send called off leaves nothing behind, and its receipt says so', async () => {
    const before = await place.list();
    const stop = createCancelSource();
    const project = openProject(place, { onProgress: ({ sentBytes }) => sentBytes > 0 && stop.cancel() });
    const sealed = await prepare(project, place, [{ name: 'fourth/list.csv', content: bytes(40 * megabyte, 5) }]);
    const delivering = project.sends.deliver(sealed.id, false);
    await new Promise<void>((resolve) => stop.signal.onCancel(resolve));
    const cancelled = await project.sends.cancel(sealed.id);
    expect(await delivering).toEqual(cancelled);
    expect(cancelled).toMatchObject({ state: 'cancelled', error: null, files: [{ remote: null }] });
    expect(await place.list()).toEqual(before);
    expect(await place.pending()).toBe(0);
    expect(outboxOf(project, sealed.id)).toEqual(['send.json']);
    await expect(project.sends.deliver(sealed.id, false)).rejects.toMatchObject({ code: 'send-invalid' });
  });

  test('a test of the destination leaves nothing there', async () => {
    const before = await place.list();
    const courier = await openCourier(place.destination, place.secrets, { now: () => new Date() });
    expect(await courier.probe()).toMatch(/read back and removed/);
    await courier.close();
    expect(await place.list()).toEqual(before);
  });

  test('a file changed in the outbox after it was sealed does not leave', async () => {
    const project = openProject(place);
    const sealed = await prepare(project, place, [{ name: 'fifth/list.csv', content: bytes(100) }]);
    fs.appendFileSync(`${project.folder}/sends/${sealed.id}/files/000`, 'x');
    const failed = await project.sends.deliver(sealed.id, false);
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'send-invalid' } });
    expect(await place.list()).not.toContain('fifth/list.csv');
  });

  test.each([...failures[kind]])('a test, and a send, name $title', async ({ clock = 0, code, words, ...wrong }) => {
    const now = () => new Date(Date.now() + clock * 60_000);
    const secrets = wrong.secrets?.(place) ?? place.secrets;
    const settings = wrong.settings?.(place.destination);
    const destination: Destination = { ...place.destination, ...settings };
    const probing = openCourier(destination, secrets, { now }).then((courier) =>
      courier.probe().finally(() => courier.close()),
    );
    const message = expect.stringMatching(words) as string;
    await expect(probing).rejects.toMatchObject({ code, message });

    const wrongPlace = { destination, secrets };
    const project = openProject(wrongPlace, { now });
    const { id } = await prepare(project, wrongPlace, [{ name: 'sixth/list.csv', content: bytes(100) }]);
    expect(await project.sends.deliver(id, false)).toMatchObject({ state: 'failed', error: { code, message } });
    expect(outboxOf(project, id)).toContain('files/000');
    expect(await place.list()).not.toContain('sixth/list.csv');
  });
});

test('a full disk stops a send to a folder, which is resumed when there is room', async () => {
  const place = await filePlaces.folder();
  onTestFinished(() => place.stop());
  const project = openProject(place);
  const { id } = await prepare(project, place, [{ name: 'list.csv', content: bytes(megabyte) }]);
  await place.plant(`.list.csv.${id}.part`, Buffer.alloc(0));
  const [part = ''] = await place.list();
  const full = path.join(place.destination.kind === 'folder' ? place.destination.folder : '', part);
  fs.rmSync(full);
  fs.symlinkSync('/dev/full', full);
  expect(await project.sends.deliver(id, false)).toMatchObject({
    state: 'failed',
    error: { code: 'destination-full', message: expect.stringMatching(/no space left/) as string },
  });
  fs.rmSync(full);
  expect(await project.sends.deliver(id, false)).toMatchObject({ state: 'sent', attempts: 2 });
  expect(await place.list()).toEqual(['list.csv', `manifest-${id}.json`]);
});
