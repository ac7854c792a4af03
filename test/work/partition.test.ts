import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpOf } from '../archive/contract.ts';
import { articles } from './support/articles.ts';
import { embedded } from './support/faults.ts';
import { type Line, proxyTo } from './support/proxy.ts';
import { sleep, until } from './support/server.ts';
import { root, type Setting, setting } from './support/setting.ts';

let place: Setting;
let line: Line;
beforeAll(async () => {
  place = await setting();
  line = await proxyTo(Number(new URL(place.nats.address).port));
});
afterAll(async () => {
  await place?.end();
  await line?.close();
});

test('a worker that is cut off from NATS, loudly or silently, loses nothing and doubles nothing', async () => {
  const file = place.write('articles.jsonl', articles(120));
  const { dump } = await embedded(root, join(place.folder, 'peace.db'), [file]);
  const archive = join(place.folder, 'cut.db');
  // One behind the line that is cut, one with a line of its own.
  const [behind, free] = [place.fleet(archive, 50, { nats: `nats://127.0.0.1:${line.port}` }), place.fleet(archive, 50)];
  await place.feed(archive, [file]);
  await place.within(archive, async (opened) => {
    const done = async () => (await opened.queue.state(0)).done;
    behind.start(2);
    await until('a document is done', async () => (await done()) > 5);
    for (const how of ['reset', 'silent', 'reset'] as const) {
      const before = await done();
      line.cut(how);
      const cut = Date.now();
      // Alone it must wait; with the other the work goes on.
      if (how === 'silent') {
        free.start();
        await until('the free worker goes on', async () => (await done()) > before + 8);
      } else await sleep(700);
      line.mend();
      const mended = Date.now();
      const now = await done();
      await until('work goes on', async () => (await done()) > now || (await opened.queue.waiting()) === 0);
      console.log(
        `  cut ${how} for ${((mended - cut) / 1000).toFixed(2)} s; the next was done ${((Date.now() - mended) / 1000).toFixed(2)} s after it was mended`,
      );
    }
    await until('all is done', async () => (await opened.queue.waiting()) === 0, 240_000);
    expect(behind.log).toContain('NATS is away');
    expect(behind.log).toContain('NATS is back');
    await Promise.all([behind.stop(), free.stop()]);
    expect((await opened.queue.state(0)).poison).toBe(0);
    expect((await opened.doctor({ repair: false })).findings).toEqual([]);
    expect((await dumpOf(opened)) === dump).toBe(true);
  });
}, 400_000);

test('a NATS server that comes back empty is told everything that is not done', async () => {
  const archive = join(place.folder, 'empty.db');
  const file = place.write('few.jsonl', articles(60));
  expect(await place.feed(archive, [file], ['--stream', 'empty'])).toMatchObject({ queued: 60 });
  const { connect } = await import('@nats-io/transport-node');
  const { jetstreamManager } = await import('@nats-io/jetstream');
  const connection = await connect({ servers: place.nats.address });
  const manager = await jetstreamManager(connection);
  const fleet = place.fleet(archive, 20, { stream: 'empty', answerWithin: 30 });
  fleet.start(2);
  await place.within(archive, async ({ queue }) => {
    await until('some is done', async () => (await queue.state(0)).done > 10);
    await manager.streams.delete('empty');
    // Long before anybody's patience would be at its end.
    await until('all is done', async () => (await queue.waiting()) === 0, 25_000);
  });
  await fleet.stop();
  await connection.close();
}, 400_000);
