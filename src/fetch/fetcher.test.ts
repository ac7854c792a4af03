import { randomBytes } from 'node:crypto';
import { createServer, Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Web, web } from '../../test/support/web.ts';
import { type FetcherOptions, openFetcher } from './fetcher.ts';

let site: Web;
beforeEach(async () => void (site = await web()));
afterEach(() => site.close());

/** A fetcher that may ask the test's server and no other private one. */
const own = (options: FetcherOptions = {}) => openFetcher({ allowHosts: [`127.0.0.1:${site.port}`], ...options });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fetched',
    (error) => error.code,
  );
const text = async (path: string, options?: FetcherOptions) => new TextDecoder().decode((await own(options).fetch(site.at + path))?.bytes);

describe('where a request may go', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://LOCALHOST.:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0x7f.0.0.1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://017700000001:PORT/',
    'http://0:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[::127.0.0.1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://①②⑦.⓪.⓪.①:PORT/',
    'http://127。0。0。1:PORT/',
    'http://%31%32%37.0.0.1:PORT/',
    'http:\\\\127.0.0.1:PORT\\',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
    'http://192.168.1.1/',
    'http://172.16.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
  ])('refuses %s', async (address) => {
    expect(await code(openFetcher({}).fetch(address.replace('PORT', String(site.port))))).toBe('READOUT_FETCH_REFUSED');
    expect(site.asked).toEqual([]);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://127.0.0.1/',
    'data:text/html,x',
    'javascript:1',
    'http://user@example.org/',
    'http://a:b@example.org/',
    'http://127.0.0.1@example.org/',
    'http://',
    '/news',
    'http://example.org:0/',
    'http://exa mple.org/',
    'http://[::1',
    'http://256.256.256.256/',
  ])('does not take %s for an address', async (address) => {
    expect(await code(openFetcher({}).fetch(address))).toBe('READOUT_FETCH_ADDRESS');
  });

  test('a password is not told on', async () => {
    await expect(openFetcher({}).fetch('http://joe:secret@example.org/')).rejects.toThrow(
      /^http:\/\/…@example\.org carries a user name\.$/u,
    );
  });

  test('what is allowed by name is asked, at the port that is named', async () => {
    site.routes['/'] = 'here';
    const at = (host: string) => `http://${host}:${site.port}/`;
    const cases: readonly (readonly [allow: string, host: string, outcome: string])[] = [
      ['127.0.0.1', '127.0.0.1', 'fetched'],
      [`127.0.0.1:${site.port}`, '2130706433', 'fetched'],
      ['LOCALHOST', 'localhost', 'fetched'],
      [`localhost:${site.port}`, 'localhost.', 'fetched'],
      ['127.0.0.1:1', '127.0.0.1', 'READOUT_FETCH_REFUSED'],
      // The name is allowed, not what it stands for.
      ['127.0.0.1', 'localhost', 'READOUT_FETCH_REFUSED'],
      ['localhost', '127.0.0.1', 'READOUT_FETCH_REFUSED'],
      ['calhost', 'localhost', 'READOUT_FETCH_REFUSED'],
    ];
    for (const [allow, host, outcome] of cases)
      expect([allow, host, await code(openFetcher({ allowHosts: [allow] }).fetch(at(host)))]).toEqual([allow, host, outcome]);
  });

  test('a name that leads to a private address is refused, also where it leads to a public one besides', async () => {
    const resolve = async (host: string) =>
      host === 'mixed.example'
        ? [
            { address: '93.184.215.14', family: 4 },
            { address: '127.0.0.1', family: 4 },
          ]
        : [{ address: '::1', family: 6 }];
    for (const host of ['mixed.example', 'six.example'])
      expect(await code(openFetcher({ resolve }).fetch(`http://${host}:${site.port}/`))).toBe('READOUT_FETCH_REFUSED');
    expect(site.asked).toEqual([]);
  });

  test('a name that changes its mind between two look-ups is refused at the second', async () => {
    // What the first look-up gives is never connected to by a second one: each connection has its own, and goes where that leads.
    site.routes['/'] = 'here';
    let looked = 0;
    const resolve = async () => [{ address: ++looked === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }];
    const fetcher = openFetcher({ resolve, limits: { seconds: 0.2 } });
    expect(await code(fetcher.fetch(`http://rebind.example:${site.port}/`))).not.toBe('fetched');
    expect(await code(fetcher.fetch(`http://rebind.example:${site.port}/`))).toBe('READOUT_FETCH_REFUSED');
    expect(looked).toBe(2);
    expect(site.asked).toEqual([]);
  });

  describe('what a socket has connected to is checked again, whatever led there', () => {
    /** The network deceives: whatever is asked for but the test's own name, connections come out at the test's server. */
    const deceiving = async (work: () => Promise<void>) => {
      const connect = Socket.prototype.connect;
      const deceived: string[] = [];
      vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...given: unknown[]) {
        const [options] = given.flat(2) as { host?: string }[];
        if (options?.host === '127.0.0.1') return Reflect.apply(connect, this, given);
        deceived.push(options?.host ?? '');
        return Reflect.apply(connect, this, [{ port: site.port, host: '127.0.0.1' }]);
      } as never);
      try {
        await work();
      } finally {
        vi.restoreAllMocks();
      }
      return deceived;
    };
    const resolve = async () => [{ address: '93.184.215.14', family: 4 }];

    test('at the first hop', async () => {
      site.routes['/'] = 'here';
      const deceived = await deceiving(async () => {
        expect(await code(openFetcher({ resolve }).fetch(`http://news.example:${site.port}/`))).toBe('READOUT_FETCH_REFUSED');
      });
      expect(deceived).toEqual(['news.example']);
      expect(site.asked).toEqual([]);
      // Without the check it would have been read: the same way, where the name is allowed.
      await deceiving(async () => {
        const fetcher = openFetcher({ resolve, allowHosts: ['news.example'] });
        expect(await code(fetcher.fetch(`http://news.example:${site.port}/`))).toBe('fetched');
      });
    });

    test('at a later hop', async () => {
      site.routes['/secret'] = 'secret';
      site.routes['/'] = (_, response) => response.writeHead(302, { Location: `http://news.example:${site.port}/secret` }).end();
      const deceived = await deceiving(async () => {
        expect(await code(own({ resolve }).fetch(`${site.at}/`))).toBe('READOUT_FETCH_REFUSED');
      });
      expect(deceived).toEqual(['news.example']);
      expect(site.asked).not.toContain('/secret');
    });
  });

  test.each([
    ['http://localhost:PORT/secret', 'READOUT_FETCH_REFUSED'],
    ['http://169.254.169.254/', 'READOUT_FETCH_REFUSED'],
    ['//[::1]/', 'READOUT_FETCH_REFUSED'],
    ['http://2130706434:PORT/', 'READOUT_FETCH_REFUSED'],
    ['http://127.0.0.1:1/', 'READOUT_FETCH_REFUSED'],
    ['file:///etc/passwd', 'READOUT_FETCH_ADDRESS'],
    ['http://joe@127.0.0.1:PORT/secret', 'READOUT_FETCH_ADDRESS'],
    ['http://', 'READOUT_FETCH_ADDRESS'],
  ])('a redirect to %s is not followed', async (to, expected) => {
    site.routes['/secret'] = 'secret';
    site.routes['/'] = (_, response) => response.writeHead(302, { Location: to.replace('PORT', String(site.port)) }).end();
    expect(await code(own().fetch(`${site.at}/`))).toBe(expected);
    expect(site.asked).not.toContain('/secret');
  });

  test('redirects are followed, counted and capped', async () => {
    for (const at of [0, 1, 2, 3, 4])
      site.routes[`/${at}`] = (_, response) =>
        response.writeHead([301, 302, 303, 307, 308][at] ?? 301, { Location: `${at + 1}` }).end('no');
    site.routes['/5'] = 'there';
    site.routes['/loop'] = (_, response) => response.writeHead(302, { Location: '/loop' }).end();
    expect(await own().fetch(`${site.at}/0`)).toMatchObject({ url: `${site.at}/5` });
    expect(await code(own({ limits: { redirects: 5 } }).fetch(`${site.at}/0`))).toBe('fetched');
    await expect(own({ limits: { redirects: 4 } }).fetch(`${site.at}/0`)).rejects.toMatchObject({
      code: 'READOUT_FETCH_LIMIT',
      next: expect.stringContaining('--most-redirects'),
    });
    expect(await code(own().fetch(`${site.at}/loop`))).toBe('READOUT_FETCH_LIMIT');
    expect(site.asked.filter((path) => path === '/loop')).toHaveLength(11);
  });
});

describe('what an answer may cost', () => {
  const limits = { bytes: 100_000 };
  const sends = (body: Uint8Array, coding?: string) => {
    site.routes['/'] = (_, response) => response.writeHead(200, coding === undefined ? {} : { 'Content-Encoding': coding }).end(body);
  };

  test.each([
    ['plain', undefined, Buffer.alloc(100_001)],
    ['gzip', 'gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['gzip of many members', 'gzip', Buffer.concat(Array.from({ length: 20 }, () => gzipSync(Buffer.alloc(10_000))))],
    ['gzip that unpacks to nothing', 'gzip', Buffer.concat(Array.from({ length: 6000 }, () => gzipSync(Buffer.alloc(0))))],
    ['brotli', 'br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ])('%s: more bytes than allowed are told', async (_, coding, body) => {
    sends(body, coding);
    await expect(own({ limits }).fetch(`${site.at}/`)).rejects.toMatchObject({
      code: 'READOUT_FETCH_LIMIT',
      next: expect.stringContaining('--most-download'),
    });
  });

  test('a stream without end is cut off', async () => {
    let sent = 0;
    site.routes['/'] = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    };
    expect(await code(own({ limits }).fetch(`${site.at}/`))).toBe('READOUT_FETCH_LIMIT');
    expect(sent).toBeLessThan(20_000_000);
  });

  test('as many bytes as allowed are read', async () => {
    for (const [coding, pack] of [
      [undefined, (b: Buffer) => b],
      ['gzip', gzipSync],
      ['x-gzip', gzipSync],
      ['br', brotliCompressSync],
    ] as const) {
      sends(pack(Buffer.alloc(100_000)), coding);
      expect((await own({ limits }).fetch(`${site.at}/`))?.bytes).toHaveLength(100_000);
    }
  });

  test.each([
    ['a coding that nobody asked for', 'compress', Buffer.from('x')],
    ['two codings', 'gzip, gzip', gzipSync(gzipSync('x'))],
    ['gzip that is none', 'gzip', Buffer.from('Not gzip at all.')],
    ['gzip that is cut off', 'gzip', gzipSync(randomBytes(5000)).subarray(0, 500)],
  ])('%s is told', async (_, coding, body) => {
    sends(body, coding);
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_FAILED');
  });

  test.each([
    ['before its head', () => undefined],
    ['within its body', (_: unknown, response: { write(text: string): void }) => void response.write('<p>')],
  ])('a server that falls silent %s is left', async (_, route) => {
    site.routes['/'] = route as never;
    await expect(own({ limits: { seconds: 0.2 } }).fetch(`${site.at}/`)).rejects.toMatchObject({
      code: 'READOUT_FETCH_LIMIT',
      next: expect.stringContaining('--most-seconds'),
    });
  });

  test('slow redirects share one time', async () => {
    site.routes['/'] = (_, response) => void setTimeout(() => response.writeHead(302, { Location: '/' }).end(), 80);
    expect(await code(own({ limits: { seconds: 0.3 } }).fetch(`${site.at}/`))).toBe('READOUT_FETCH_LIMIT');
    expect(site.asked.length).toBeLessThan(7);
  });

  test('a body that breaks off is told, and not taken for a whole one', async () => {
    site.routes['/'] = (_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_FAILED');
  });

  test('a head without end is told', async () => {
    site.routes['/'] = (_, response) => response.writeHead(200, { 'X-Long': 'x'.repeat(200_000) }).end('x');
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_FAILED');
  });

  test('nobody there is told', async () => {
    const gone = await web();
    await gone.close();
    await expect(openFetcher({ allowHosts: ['127.0.0.1'] }).fetch(gone.at)).rejects.toMatchObject({
      code: 'READOUT_FETCH_FAILED',
      message: expect.stringContaining('refuses'),
    });
  });
});

describe('manners', () => {
  test('it says who it is, and leaves nothing behind', async () => {
    let headers = {};
    site.routes['/'] = (request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'Set-Cookie': 'a=b' }).end('x');
    };
    const fetcher = own();
    await fetcher.fetch(`${site.at}/`);
    await fetcher.fetch(`${site.at}/`);
    expect(headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Readout\/\d/u), connection: 'close' });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });

  test('a proxy in the environment is not asked', async () => {
    const proxy = await web({});
    process.env.http_proxy = proxy.at;
    process.env.HTTP_PROXY = proxy.at;
    site.routes['/'] = 'direct';
    expect(await text('/')).toBe('direct');
    delete process.env.http_proxy;
    delete process.env.HTTP_PROXY;
    expect(proxy.asked).toEqual([]);
    await proxy.close();
  });

  test('robots.txt is asked once and held to, also behind redirects', async () => {
    site.routes['/robots.txt'] = (_, response) => response.end('User-agent: *\nDisallow: /private');
    site.routes['/a'] = 'a';
    site.routes['/b'] = (_, response) => response.writeHead(302, { Location: '/private/b' }).end();
    site.routes['/private/b'] = 'b';
    const fetcher = own();
    expect(await Promise.all(['/a', '/private/b', '/b', '/a'].map((path) => code(fetcher.fetch(site.at + path))))).toEqual([
      'fetched',
      'READOUT_FETCH_ROBOTS',
      'READOUT_FETCH_ROBOTS',
      'fetched',
    ]);
    expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(site.asked).not.toContain('/private/b');
  });

  test.each([
    [404, 'fetched'],
    [403, 'fetched'],
    [500, 'READOUT_FETCH_FAILED'],
    [429, 'READOUT_FETCH_FAILED'],
  ])('a robots.txt that answers %i: %s', async (status, expected) => {
    site.routes['/robots.txt'] = (_, response) => response.writeHead(status).end();
    site.routes['/'] = 'x';
    expect(await code(own().fetch(`${site.at}/`))).toBe(expected);
  });

  test('of a robots.txt without end the beginning holds, and its redirect may not lead inside', async () => {
    site.routes['/robots.txt'] = (_, response) => response.end(`User-agent: *\nDisallow: /\n${'#'.repeat(600_000)}`);
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_ROBOTS');
    site.routes['/robots.txt'] = (_, response) => response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_REFUSED');
  });

  test('one connection a host, and the rest that it asks for', async () => {
    const waits: number[] = [];
    site.routes['/robots.txt'] = (_, response) => response.end('User-agent: *\nCrawl-delay: 7');
    for (const path of ['/1', '/2', '/3']) site.routes[path] = (_, response) => void setTimeout(() => response.end('x'), 20);
    const fetcher = own({ wait: async (milliseconds) => void waits.push(milliseconds) });
    await Promise.all(['/1', '/2', '/3'].map((path) => fetcher.fetch(site.at + path)));
    expect(site.most()).toBe(1);
    expect(waits).toEqual([7000, 7000, 7000]);
  });

  test('what has not changed is not sent again', async () => {
    const seen: unknown[] = [];
    site.routes['/old'] = (_, response) => response.writeHead(302, { Location: '/' }).end();
    site.routes['/'] = (request, response) => {
      seen.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
      const head = { ETag: '"1"', 'Last-Modified': 'Tue, 24 Nov 2026 12:00:00 GMT' };
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, head).end();
    };
    const first = await own().fetch(`${site.at}/old`);
    expect(first?.validators).toEqual({ url: `${site.at}/`, etag: '"1"', lastModified: 'Tue, 24 Nov 2026 12:00:00 GMT' });
    expect(await own().fetch(`${site.at}/old`, first?.validators)).toBeNull();
    // They are the word of one address, and are told to no other.
    expect(await own().fetch(`${site.at}/`, { url: `${site.at}/other`, etag: '"1"', lastModified: null })).not.toBeNull();
    expect(seen).toEqual([
      [undefined, undefined],
      ['"1"', 'Tue, 24 Nov 2026 12:00:00 GMT'],
      [undefined, undefined],
    ]);
  });

  test('a server that asks for patience is given it, and told on where it asks for much', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    let busy = 2;
    site.routes['/'] = (_, response) => (busy-- > 0 ? response.writeHead(503, { 'Retry-After': '3' }).end() : response.end('at last'));
    site.routes['/never'] = (_, response) => response.writeHead(429, { 'Retry-After': '1' }).end();
    site.routes['/tomorrow'] = (_, response) => response.writeHead(429, { 'Retry-After': '3600' }).end();
    expect(await text('/', { wait, now: () => 0 })).toBe('at last');
    expect(waits).toEqual([3000, 3000]);
    expect(await code(own({ wait }).fetch(`${site.at}/never`))).toBe('READOUT_FETCH_LATER');
    await expect(own({ wait, now: () => 0 }).fetch(`${site.at}/tomorrow`)).rejects.toThrow('1970-01-01T01:00:00.000Z');
    expect(site.asked.filter((path) => path === '/never')).toHaveLength(3);
    expect(site.asked.filter((path) => path === '/tomorrow')).toHaveLength(1);
  });

  test.each([400, 401, 404, 410, 500, 204, 206, 304])('the status %i is told', async (status) => {
    site.routes['/'] = (_, response) => response.writeHead(status).end();
    expect(await code(own().fetch(`${site.at}/`))).toBe('READOUT_FETCH_STATUS');
  });

  test('an answer that is no HTTP is told', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as { port: number };
    expect(await code(openFetcher({ allowHosts: ['127.0.0.1'] }).fetch(`http://127.0.0.1:${port}/`))).toBe('READOUT_FETCH_FAILED');
    server.close();
  });
});
