// Before `npm pack` and `npm publish`: what is packed is built from these sources, also in a fresh clone. The manual page comes from the
// definitions of the commands, the bill of materials (CycloneDX) from the lockfile.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildPage, install, root } from './setup.mjs';

function printed(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

install();
build();
buildPage();
mkdirSync(join(root, 'man'), { recursive: true });
writeFileSync(join(root, 'man/readout.1'), printed(process.execPath, [join(root, 'dist/cli/main.js'), 'manual']));
const bill = JSON.parse(printed('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=application']));
// The same lockfile gives the same bytes.
delete bill.serialNumber;
delete bill.metadata?.timestamp;
writeFileSync(join(root, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`);
