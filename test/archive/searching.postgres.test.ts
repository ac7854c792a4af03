import { afterAll, beforeAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { type Database, database } from '../support/postgres.ts';
import { searchContract } from './searching.ts';

let own: Database;
beforeAll(async () => void (own = await database('searching')));
afterAll(() => own.drop());

searchContract('PostgreSQL', (name) => openArchive(own.archive(name.replaceAll('-', '_')), { create: true }));
