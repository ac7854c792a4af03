import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { openArchive } from '../../src/archive/open.ts';
import { main, readout } from '../cli/readout.ts';
import { type Database, database } from '../support/postgres.ts';
import { root } from './support/setting.ts';

// No Docker and no cluster is needed for these; what they cannot see stands in docs/guide/beyond-one-machine.md.

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
// biome-ignore lint/suspicious/noExplicitAny: what a cluster reads is looked into freely
type Any = any;
const kubernetes = join(root, 'deploy/kubernetes');
const manifests: Any[] = readdirSync(kubernetes)
  .filter((name) => name !== 'kustomization.yaml')
  .flatMap((name) => parseAllDocuments(readFileSync(join(kubernetes, name), 'utf8')).map((document) => document.toJS()));
const { version } = JSON.parse(read('package.json'));
const compose: Any = parse(read('compose.yaml'), { merge: true });
const workloads = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');

/** Every flag of an image's arguments is one of the command's. */
async function holdFlags(args: readonly string[]): Promise<void> {
  const { code, stdout } = await readout([args[0] ?? '', '--help']);
  expect(code).toBe(0);
  for (const flag of args.filter((arg) => arg.startsWith('--'))) expect(stdout, flag).toContain(`${flag} `);
}

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const last = lines.slice(lines.lastIndexOf(stages.at(-1) ?? ''));

  test('what it copies is there, and nothing of it is left out of the context', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(ignored).not.toContain(path.split('/')[0]);
    }
  });

  test('what the page is built from is among it', () => {
    const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(/\s+/).slice(1, -1));
    const files = readdirSync(join(root, 'web/src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    for (const name of files)
      for (const [, path = ''] of read(join('web/src', name)).matchAll(/(?:from|import\() ?'(\.\.?\/[^'?]+)/g)) {
        const leads = relative(root, join(root, 'web/src', dirname(name), path));
        expect(
          copied.some((one) => leads === one || leads.startsWith(`${one}/`)),
          leads,
        ).toBe(true);
      }
  });

  test('the link to its command leads to a file that it copies, makes executable, and Node runs', () => {
    const leads = /ln -s (\/app\/(\S+)) \/usr\/local\/bin\/readout\b/.exec(last.join('\n'));
    expect(leads?.[2]).toBe(relative(root, main));
    expect(last.join('\n')).toContain(`chmod +x ${leads?.[1]}`);
    expect(last.filter((line) => line.startsWith('ENTRYPOINT '))).toEqual([`ENTRYPOINT ["node", "${leads?.[1]}"]`]);
    expect(last).toContain('COPY --from=build /build/dist ./dist');
    expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    // As there: over a link with another name, of a file that may be executed.
    const folder = mkdtempSync(join(tmpdir(), 'readout-link-'));
    try {
      mkdirSync(join(folder, 'app'));
      for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, 'app', name));
      cpSync(join(root, 'dist'), join(folder, 'app/dist'), { recursive: true });
      chmodSync(join(folder, 'app/dist/cli/main.js'), 0o755);
      symlinkSync(join(folder, 'app/dist/cli/main.js'), join(folder, 'readout'));
      expect(spawnSync(join(folder, 'readout'), ['work', '--help'], { encoding: 'utf8' }).stdout).toContain('readout work status');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('its images are of one version, the last stage builds nothing and runs as nobody in particular', () => {
    for (const stage of stages) expect(stage).toMatch(/^FROM [\w./-]+:\d+\.\d+[\w.-]* AS \w+$/);
    expect(stages.length).toBe(2);
    expect(last.join('\n')).not.toMatch(/npm|apt-get/);
    const users = last.filter((line) => line.startsWith('USER '));
    expect(users).toEqual(['USER 1000:1000']);
    // Nothing after it is run or copied as root's.
    expect(last.slice(last.indexOf('USER 1000:1000') + 1).join('\n')).not.toMatch(/^(?:RUN|COPY|ADD|USER) /m);
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
  });

  test('the health check tells what answers from what does not', async () => {
    const server = createServer((_, response) => response.writeHead(200).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const check = async (at: number) => {
      const { spawn } = await import('node:child_process');
      const child = spawn(process.execPath, [join(root, 'deploy/healthcheck.mjs')], {
        env: { ...process.env, READOUT_HEALTH: `http://127.0.0.1:${at}/healthz` },
        stdio: 'ignore',
      });
      return new Promise((resolve) => child.on('close', resolve));
    };
    expect(await check(port)).toBe(0);
    await new Promise((resolve) => server.close(resolve));
    expect(await check(port)).toBe(1);
  });
});

describe('the compose file', () => {
  test('every service has an image of one version; what is ours has no rights and asks for commands that there are', async () => {
    let ours = 0;
    for (const [name, service] of Object.entries<Any>(compose.services)) {
      expect(service.image, name).toMatch(/:\d+\.\d+/);
      if (!service.image.startsWith('readout:')) continue;
      expect(service.image, name).toBe(`readout:${version}`);
      ours++;
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
      await holdFlags(service.command);
    }
    expect(ours).toBe(2);
  });

  test('a password is nowhere written, and its lack is told', () => {
    const secrets = [...read('compose.yaml').matchAll(/(\w*(?:PASSWORD|TOKEN)): (\S.*)/g)];
    expect(new Set(secrets.map(([, name]) => name))).toEqual(new Set(['PGPASSWORD', 'POSTGRES_PASSWORD', 'READOUT_TOKEN']));
    for (const [, name, value] of secrets) expect(value, name).toMatch(/^\$\{\w+:\?set it in \.env\}$/);
    const { READOUT_NATS, READOUT_ARCHIVE } = compose.services.worker.environment;
    expect(READOUT_NATS).toMatch(/^nats:\/\/\$\{NATS_TOKEN:\?set it in \.env\}@nats:4222$/);
    expect(READOUT_ARCHIVE).toMatch(/^postgres:\/\/[^:@/]+@/);
    const { command } = compose.services.nats;
    expect(command[command.indexOf('--auth') + 1]).toMatch(/^\$\{NATS_TOKEN:\?set it in \.env\}$/);
  });

  test('a worker has more time to stop than it takes', () => {
    expect(Number.parseInt(compose.services.worker.stop_grace_period, 10)).toBeGreaterThan(25);
  });
});

describe('the manifests', () => {
  let own: Database;
  beforeAll(async () => void (own = await database('deploy')));
  afterAll(() => own.drop());

  test('kustomization names every file, and the image of this version', () => {
    const { resources, images } = parse(read('deploy/kubernetes/kustomization.yaml'));
    expect(images).toMatchObject([{ name: 'readout', newTag: version }]);
    const files = readdirSync(kubernetes).filter((name) => name !== 'kustomization.yaml');
    expect([...resources].sort()).toEqual(files.sort());
  });

  test('every pod runs without rights, with limits and probes of ports that it has', async () => {
    expect(workloads).toHaveLength(3);
    for (const { metadata, spec } of workloads) {
      const pod = spec.template.spec;
      expect(spec.selector.matchLabels).toEqual(spec.template.metadata.labels);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      for (const container of pod.containers) {
        const at = `${metadata.name}/${container.name}`;
        expect(container.securityContext, at).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources.limits.memory, at).toBeDefined();
        const ports = container.ports.map(({ name }: Any) => name);
        for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'])
          if (container[probe]) expect(ports, at).toContain(container[probe].httpGet.port);
        expect(container.livenessProbe, at).toBeDefined();
        if (container.image !== 'readout') continue;
        await holdFlags(container.args);
        const [{ containerPort }] = container.ports;
        expect(container.args).toContain(String(containerPort));
      }
    }
  });

  test('a worker is killed later than it would give up by itself', () => {
    const { spec } = workloads.find(({ metadata }) => metadata.name === 'readout-work').spec.template;
    const { args } = spec.containers[0];
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(args[args.indexOf('--grace') + 1]) + 5);
  });

  test('the rule by lag counts what waits, in an archive as it is', async () => {
    const scaled = manifests.find(({ kind }) => kind === 'ScaledObject');
    expect(workloads.map(({ metadata }) => metadata.name)).toContain(scaled.spec.scaleTargetRef.name);
    const [{ type, metadata }] = scaled.spec.triggers;
    expect(type).toBe('postgresql');
    const archive = await openArchive(own.archive('readout'), { create: true });
    try {
      const run = await archive.begin();
      const offer = { uri: '/a', original: new Uint8Array([1]), key: 'k', about: '{"kind":"line","record":0}' };
      await archive.queue.add(run, [offer, { ...offer, key: 'l' }], false);
      const [answer] = await own.query('public', metadata.query);
      expect(Object.values(answer?.rows[0]).map(Number)).toEqual([2]);
    } finally {
      await archive.close();
    }
  });
});
