import { expect, test } from 'vitest';
import { openHints, shownUrl } from './connect.ts';

const stream = { stream: 'readout', most: 10, answerWithin: 2000 };

test('what opens a server is never shown', () => {
  expect(shownUrl('nats://me:secret@a:4222,nats://token@b:4222')).toBe('nats://a:4222,nats://b:4222');
});

test('a server that is not there is told at once, without its password', async () => {
  const failed = openHints('nats://me:secret@127.0.0.1:1', stream, () => undefined);
  await expect(failed).rejects.toMatchObject({ code: 'READOUT_WORK_UNREACHABLE', message: expect.not.stringContaining('secret') });
});

test('an address of something else is a wrong use', async () => {
  for (const url of ['http://a:4222', 'postgres://a/b', 'nats://a:port']) {
    await expect(openHints(url, stream, () => undefined)).rejects.toMatchObject({ code: 'READOUT_USAGE' });
  }
});
