import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayFetch, robotsRules } from './robots.ts';

const may = (text: string, path: string) => mayFetch(robotsRules(text, 'Readout'), new URL(`https://news.example${path}`));

describe('robots.txt', () => {
  test.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['user-AGENT : * # all\n DISALLOW : /a # not this', '/ab', false],
    ['User-agent: *\nDisallow: /\nUser-agent: readout\nAllow: /', '/a', true],
    ['User-agent: READOUT/2.0\nDisallow: /', '/a', false],
    ['User-agent: ReadoutBot\nDisallow: /', '/a', true],
    // Two names over one group, a line in between that says nothing known.
    ['User-agent: other\nSitemap: https://news.example/s.xml\nUser-agent: readout\nDisallow: /a', '/a', false],
    // Groups of one name are one.
    ['User-agent: readout\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: readout\nDisallow: /b', '/b', false],
    // The longest rule decides; of equally long ones the kinder.
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['User-agent: *\nDisallow: /*/private/*/x', '/a/private/b/x', false],
    ['User-agent: *\nDisallow: /a$', '/a', false],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['User-agent: *\nDisallow: /ü', '/%C3%BC', false],
    ['User-agent: *\nDisallow: /%7ejoe', '/~joe', false],
    ['User-agent: *\nDisallow: /a%2fb', '/a/b', true],
    ['\ufeffUser-agent: *\r\nDisallow: /a\r\n', '/a', false],
    ['Disallow: /\nUser-agent: *\nDisallow: /b', '/a', true],
    ['<html><body>Not found</body></html>', '/a', true],
  ])('%j, asked for %s: %s', (text, path, allowed) => {
    expect(may(text, path)).toBe(allowed);
  });

  test('tells the delay that is asked for', () => {
    expect(robotsRules('User-agent: *\nCrawl-delay: 2.5\nDisallow: /a', 'Readout').delay).toBe(2.5);
    expect(robotsRules('User-agent: *\nCrawl-delay: soon', 'Readout').delay).toBeNull();
  });

  test('reads anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (noise) => mayFetch(robotsRules(noise, 'Readout'), new URL('https://news.example/a')) !== undefined,
      ),
    );
  });

  test('a rule of a path alone forbids that path and what begins with it, and no other', () => {
    const path = fc.stringMatching(/^\/[a-z]{0,8}\/?[a-z]{0,8}$/);
    fc.assert(
      fc.property(path, path, (rule, asked) => {
        expect(may(`User-agent: *\nDisallow: ${rule}`, asked)).toBe(!asked.startsWith(rule));
      }),
    );
  });

  test('many stars over a long path take no time', () => {
    const start = performance.now();
    expect(may(`User-agent: *\nDisallow: /${'*a'.repeat(20_000)}b$`, `/${'a'.repeat(100_000)}`)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
