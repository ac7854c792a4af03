import { expect, test, vi } from 'vitest';
import { openHints, shownUrl } from './connect.ts';

const stream = { stream: 'readout', most: 10, answerWithin: 2000 };

test('what opens a server is never shown', () => {
  expect(shownUrl('nats://me:secret@a:4222,nats://token@b:4222')).toBe('nats://a:4222,nats://b:4222');
  expect(shownUrl('token@a:4222, me:secret@b')).toBe('a:4222,b');
  for (const password of ['se/cret', 'se@cret', 'se:cr@et/', '//secret@', 's e c r e t', 'se,cret', 'a'.repeat(900)]) {
    const shown = shownUrl(`tls://me:${password}@a:4222`);
    expect(shown, password).not.toMatch(/cret|s e c|aaa|\bse\b/u);
    expect(shown, password).toMatch(/a:4222$/u);
  }
  expect(shownUrl('nats://[::1]:4222')).toBe('nats://[::1]:4222');
});

test('a server that is not there is told at once, without its password', async () => {
  const failed = openHints('nats://me:secret@127.0.0.1:1', stream, () => undefined);
  await expect(failed).rejects.toMatchObject({ code: 'READOUT_WORK_UNREACHABLE', message: expect.not.stringContaining('secret') });
});

test('an address of something else is a wrong use', async () => {
  for (const url of [
    'http://a:4222',
    'postgres://a/b',
    'nats://a:port',
    'nats://me:12/34@a:4222',
    'nats://me:12?34@a:4222',
    'nats://me:100%@a:4222',
    'nats://',
  ])
    await expect(
      openHints(url, stream, () => undefined),
      url,
    ).rejects.toMatchObject({
      code: 'READOUT_USAGE',
      next: expect.stringContaining('READOUT_NATS'),
    });
});

test('a file of credentials that is not there is a wrong use, and is named with its variable', async () => {
  vi.stubEnv('READOUT_NATS_CREDS', '/not/there.creds');
  try {
    const failed = openHints('nats://127.0.0.1:1', stream, () => undefined);
    await expect(failed).rejects.toMatchObject({
      code: 'READOUT_USAGE',
      message: expect.stringMatching(/READOUT_NATS_CREDS names \/not\/there\.creds/),
    });
  } finally {
    vi.unstubAllEnvs();
  }
});
