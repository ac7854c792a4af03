import { afterAll, beforeAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { type Database, database } from '../support/postgres.ts';
import { archiveContract } from './contract.ts';

let own: Database;
beforeAll(async () => void (own = await database('archive')));
afterAll(() => own.drop());

archiveContract('PostgreSQL', (name) => openArchive(own.archive(name.replaceAll('-', '_')), { create: true }));
