// `npm test`: sets everything up on a machine with only Node 20 and npm, runs every test, and ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, build, buildPage, install, provide, provideNats, providePostgres, root } from './setup.mjs';

install();
// The tests of the page walk through it in a browser; where there is none and none can be installed they say so.
if (!process.env.READOUT_CHROMIUM) provide({ chromium: 'chromium' });
providePostgres();
provideNats();
build();
buildPage();

const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);

let [passed, failed, skipped] = [0, 0, 0];
try {
  for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
    const count = (wanted) => file.assertionResults.filter((test) => wanted.includes(test.status)).length;
    passed += count(['passed']);
    skipped += count(['skipped', 'pending', 'todo', 'disabled']);
    // A file that could not even be loaded has no tests to count: it is one failure.
    failed += count(['failed']) || (file.status === 'failed' ? 1 : 0);
  }
} catch (error) {
  console.error(`No report from vitest: ${error.message}`);
}
rmSync(folder, { recursive: true, force: true });

// Vitest also fails on an error outside any test, or when it finds no tests at all.
if (status !== 0 && failed === 0) failed = 1;
if (skipped > 0) console.log(`${skipped} skipped (what they need is not on this machine; each says so)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
