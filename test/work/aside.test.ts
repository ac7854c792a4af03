import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lines, readout } from '../cli/readout.ts';
import { sleep, until } from './support/server.ts';
import { type Setting, setting } from './support/setting.ts';

let place: Setting;
beforeAll(async () => {
  place = await setting();
});
afterAll(() => place?.end());

const text = (what: string) =>
  JSON.stringify({ id: what, text: `${what} The ministers met. Anna said “we go on with ${what}”. Nobody else spoke.` });

test('what kills every worker, and what no worker can read, is set aside with its reason; the rest is read', async () => {
  const archive = join(place.folder, 'aside.db');
  const good = Array.from({ length: 20 }, (_, i) => text(`number ${i}`));
  const file = place.write('aside.jsonl', [...good.slice(0, 5), text('KILLS'), ...good.slice(5, 9), text('FAILS'), ...good.slice(9)]);
  const fed = await place.feed(archive, [file]);
  expect(fed).toMatchObject({ queued: 22 });
  const sick = place.fleet(archive, 10, { tries: 3, answerWithin: 2 });
  sick.start(2);
  let died = 0;
  await place.within(archive, async ({ queue }) => {
    await until(
      'everything is done or set aside',
      async () => {
        died += sick.revive();
        return (await queue.waiting()) === 0 && (await queue.ledger(Number(fed['run']))) !== null;
      },
      60_000,
    );
    // Each of its tries is a death; nobody else's is.
    expect(died).toBeGreaterThanOrEqual(3);
    expect(died).toBeLessThanOrEqual(4);
    expect(await queue.ledger(Number(fed['run']))).toEqual({
      ...{ offered: 22, read: 20, versions: 0, unchanged: 0, duplicate: 0 },
      skipped: { READOUT_WORK_SET_ASIDE: 2 },
    });
  });
  await sick.stop();

  const status = await readout(['work', 'status', '--archive', archive, '--nats', place.nats.address, '--json']);
  expect(status).toMatchObject({ code: 0, stderr: '' });
  const [told] = lines(status.stdout);
  expect(told).toMatchObject({ lag: 0, left: 0, ingests: 0, setAsideInAll: 2, stream: { waiting: 0, inHand: 0 } });
  expect(told.setAside.map(({ error }: { error: string }) => error)).toEqual([
    expect.stringContaining('began it 3 times'),
    expect.stringContaining('READOUT_WORKER_LOST'),
  ]);
  // What NATS would say is not known then, and not made up.
  for (const away of [
    ['--nats', 'nats://me:secret@127.0.0.1:1'],
    ['--nats', place.nats.address, '--stream', 'of-nobody'],
  ]) {
    const { code, stdout, stderr } = await readout(['work', 'status', '--archive', archive, ...away, '--json']);
    expect(code).toBe(0);
    expect(lines(stdout)[0]).toEqual({ ...told, rate: expect.any(Number), stream: null });
    expect(stderr).toMatch(/^readout: NATS at .* cannot be used/u);
    expect(stderr).not.toContain('secret');
  }
  expect((await readout(['work', 'status', '--archive', archive, '--nats', 'http://a'])).code).toBe(2);
  const plain = await readout(['work', 'status', '--archive', archive]);
  expect(plain.stdout).toContain('2 set aside\n');
  expect(plain.stdout).toContain(`${file}, record 5: A worker began it 3 times`);

  expect(await readout(['work', 'retry', '--archive', archive])).toMatchObject({ code: 0, stdout: '2 to be tried again\n' });
  const healthy = place.fleet(archive, 1, {}, { READOUT_TEST_MEND: '1' });
  healthy.start();
  await place.within(archive, async ({ queue }) => {
    await until('the ingest has ended', async () => (await queue.ledger(Number(fed['run']))) !== null);
    expect(await queue.ledger(Number(fed['run']))).toMatchObject({ offered: 22, read: 22, skipped: {} });
  });
  await healthy.stop();
}, 300_000);

test('a worker that is asked to stop keeps what it has in hand, and ends with 0', async () => {
  const archive = join(place.folder, 'drain.db');
  const file = place.write(
    'drain.jsonl',
    Array.from({ length: 30 }, (_, i) => text(`drain ${i}`)),
  );
  await place.feed(archive, [file], ['--stream', 'drain']);
  const fleet = place.fleet(archive, 300, { stream: 'drain', answerWithin: 30 });
  fleet.start();
  await place.within(archive, async ({ queue }) => {
    await until('some is done', async () => (await queue.state(0)).done >= 2);
    expect(await fleet.stop()).toEqual([0]);
    // Nothing is left in anybody's hand: with 30 seconds to answer in, another could not go on at once otherwise.
    const { stdout } = await readout(['work', 'status', '--archive', archive, '--nats', place.nats.address, '--stream', 'drain', '--json']);
    const { waiting } = await queue.state(0);
    expect(waiting).toBeGreaterThan(10);
    expect(lines(stdout)[0]).toMatchObject({ lag: waiting, stream: { waiting, inHand: 0 } });
  });
}, 400_000);

test('a worker that is asked to stop while NATS is away does not wait for it', async () => {
  const own = await setting();
  try {
    const fleet = own.fleet(join(own.folder, 'stop.db'), 1);
    fleet.start();
    await until('it is at work', () => fleet.log.includes('at work'));
    await own.nats.kill();
    await until('it is told', () => fleet.log.includes('NATS is away'));
    const start = Date.now();
    expect(await fleet.stop()).toEqual([0]);
    // Its grace would be 25 s.
    expect(Date.now() - start).toBeLessThan(20_000);
  } finally {
    await own.end();
  }
}, 400_000);

test('a worker that is asked to stop while it connects does so, and does not begin', async () => {
  // A server that is slow at the door.
  let came: () => void = () => undefined;
  const knocked = new Promise<void>((resolve) => (came = resolve));
  const door = createServer((here) => {
    came();
    const there = connect(Number(new URL(place.nats.address).port), '127.0.0.1');
    for (const end of [here, there]) end.on('error', () => undefined);
    here.pipe(there);
    setTimeout(() => there.pipe(here), 1000);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = door.address() as AddressInfo;
    const fleet = place.fleet(join(place.folder, 'early.db'), 1, { nats: `nats://127.0.0.1:${port}` });
    fleet.start();
    await knocked;
    expect(await Promise.race([fleet.stop(), sleep(20_000)])).toEqual([0]);
  } finally {
    door.close();
  }
}, 60_000);

test('wrong use and servers that are not there are told', async () => {
  const archive = join(place.folder, 'none.db');
  expect(await readout(['work', '--archive', archive], '', { READOUT_NATS: '' })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('READOUT_USAGE'),
  });
  expect(await readout(['work', '--nats', 'http://a', '--archive', archive])).toMatchObject({ code: 2 });
  expect(await readout(['work', '--stream', 'a.b', '--archive', archive])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('READOUT_USAGE'),
  });
  expect(await readout(['work', 'status', '--archive', join(place.folder, 'not.db')])).toMatchObject({ code: 3 });
  const file = place.write('one.jsonl', [text('one')]);
  const away = await readout(['ingest', '--to', 'nats', '--nats', 'nats://me:secret@127.0.0.1:1', '--archive', archive, file]);
  expect(away).toMatchObject({ code: 3, stderr: expect.stringContaining('READOUT_WORK_UNREACHABLE') });
  expect(away.stderr).not.toContain('secret');
  const lexicon = await readout(['ingest', '--to', 'nats', '--nats', place.nats.address, '--lexicon', 'a.tsv', '--archive', archive, file]);
  expect(lexicon).toMatchObject({ code: 2, stderr: expect.stringContaining('readout work') });
}, 400_000);
