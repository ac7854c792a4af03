import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { expect, test } from 'vitest';
import { ReadoutError } from './error.ts';
import { loadGazetteer } from './gazetteer-file.ts';
import { packageFolder } from './package-folder.ts';

test('the package is found from any build of it, also below folders that have no package.json', () => {
  const folder = packageFolder();
  expect(existsSync(join(folder, 'data/gazetteer.br'))).toBe(true);
  expect(packageFolder(join(folder, 'build/src'))).toBe(folder);
  // A dependency's package.json is not ours.
  expect(packageFolder(join(folder, 'node_modules/zod'))).toBe(folder);
});

test('at the root it ends with READOUT_DATA_MISSING', () => {
  expect(() => packageFolder(parse(packageFolder()).root)).toThrow(expect.objectContaining({ code: 'READOUT_DATA_MISSING' }));
});

test('a gazetteer that is missing or damaged is READOUT_DATA_MISSING', async () => {
  for (const file of [join(packageFolder(), 'data/nowhere.br'), join(packageFolder(), 'package.json')]) {
    const error = await loadGazetteer(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReadoutError);
    expect(error).toMatchObject({ code: 'READOUT_DATA_MISSING' });
  }
});
