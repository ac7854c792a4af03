import { existsSync } from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The browser that the page is tried in. @throws Error that says what to install: a page that was not tried is not tested. */
export function chromium(): string {
  const found = [process.env['READOUT_CHROMIUM'], ...usual].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'The page is tested in Chromium, and there is none here. Install it (Debian: apt-get install -y chromium), or name one in READOUT_CHROMIUM.',
  );
}
