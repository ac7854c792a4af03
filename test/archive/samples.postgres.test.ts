import { afterAll, beforeAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { type Database, database } from '../support/postgres.ts';
import { samplesContract } from './samples.ts';

let own: Database;
beforeAll(async () => void (own = await database('samples')));
afterAll(() => own.drop());

samplesContract('PostgreSQL', (name) => openArchive(own.archive(name.replaceAll('-', '_')), { create: true }));
