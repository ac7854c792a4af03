import { afterAll, beforeAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { type Database, database } from '../support/postgres.ts';
import { queueContract } from './queue-contract.ts';

let own: Database;
beforeAll(async () => void (own = await database('queue')));
afterAll(() => own.drop());

queueContract('PostgreSQL', (name) => openArchive(own.archive(name.replaceAll('-', '_')), { create: true }));
