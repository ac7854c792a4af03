import { afterEach, expect, test } from 'vitest';
import { namesUs } from '../../src/serve/guards/host.ts';
import { type Asked, fakeRead, json, served } from './served.ts';

let asked: Asked | null = null;
afterEach(async () => {
  await asked?.close();
  asked = null;
});
const text = { text: 'Petrov said “Yes”.' };

test.each([
  ['localhost:7717', '127.0.0.1', true],
  ['127.0.0.1:7717', '127.0.0.1', true],
  ['[::1]:7717', '127.0.0.1', true],
  ['evil.example:7717', '127.0.0.1', false],
  ['127.0.0.1.evil.example', '127.0.0.1', false],
  ['192.168.1.7', '127.0.0.1', false],
  ['192.168.1.7:7717', '0.0.0.0', true],
  ['news.example', '0.0.0.0', true],
  ['NEWS.example:80', '0.0.0.0', true],
  ['evil.example', '0.0.0.0', false],
  ['a b', '0.0.0.0', false],
  ['', '127.0.0.1', false],
])('the host %s of a server at %s: %s', (host, bound, good) => {
  expect(namesUs(host, bound, ['news.example'])).toBe(good);
});

test('a name that an attacker points here is refused, for every address', async () => {
  asked = await served();
  for (const path of ['/', '/healthz', '/api/search', '/metrics', '/api/openapi.json'])
    expect((await asked.get(path, { Host: 'evil.example' })).status).toBe(403);
});

test('what another site’s page sends changes nothing and reads nothing', async () => {
  asked = await served();
  const status = async (headers: Record<string, string>) => (await asked?.send('POST', '/api/read', text, headers))?.status;
  expect(await status({ Origin: 'https://evil.example' })).toBe(403);
  expect(await status({ Origin: 'null' })).toBe(403);
  expect(await status({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await status({ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000' })).toBe(403);
  expect(await status({ 'Content-Type': 'text/plain' })).toBe(400);
  expect(await status({ Origin: 'http://localhost' })).toBe(200);
  expect(await status({})).toBe(200);
  expect((await asked.get('/api/search', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await asked.send('DELETE', '/api/corrections/1', undefined, { Origin: 'https://evil.example' })).status).toBe(403);
});

test('with a token nothing is told without it', async () => {
  asked = await served({ token: 'right-token' });
  for (const path of ['/api/search', '/api/actors', '/metrics', '/api/export?to=jsonl']) {
    const answer = await asked.get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect((await asked.get(path, { Authorization: 'Bearer wrong-token' })).status).toBe(401);
    expect((await asked.get(path, { Authorization: 'Bearer right-token' })).status).toBe(200);
  }
  expect((await asked.get('/healthz')).status).toBe(200);
  const opened = await asked.get('/?token=right-token');
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe('/');
  const cookie = opened.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect((await asked.get('/api/search', { Cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  expect((await asked.get('/?token=wrong')).headers.get('set-cookie')).toBeNull();
});

test('too many bytes, too long, too many: each limit is named', async () => {
  asked = await served(
    { limits: { bytes: 1000, seconds: 0.05 } },
    { read: (task) => new Promise((resolve) => setTimeout(() => resolve(fakeRead(task)), 500)) },
  );
  const large = await asked.send('POST', '/api/read', { text: 'a'.repeat(2000) });
  expect([large.status, (await json(large)).detail]).toEqual([413, 'The body has more than 1000 bytes.']);
  const long = await asked.send('POST', '/api/read', text);
  expect([long.status, (await json(long)).code]).toEqual([503, 'READOUT_REQUEST_TOO_LONG']);
});

test('every answer carries the headers that keep a browser in its place', async () => {
  asked = await served();
  for (const path of ['/', '/healthz', '/api/search', '/api/search?limit=x', '/api/nothing']) {
    const { headers } = await asked.get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-(?:inline|eval)/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
