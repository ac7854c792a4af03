import { afterAll, beforeAll } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { type Database, database } from '../support/postgres.ts';
import { correctionsContract, peopleContract } from './contract.ts';
import { looksContract } from './looks.ts';
import { rereadContract } from './reread.ts';

let own: Database;
beforeAll(async () => void (own = await database('people')));
afterAll(() => own.drop());

const open = (name: string) => openArchive(own.archive(name.replaceAll('-', '_')), { create: true });
for (const contract of [peopleContract, correctionsContract, looksContract, rereadContract]) contract('PostgreSQL', open);
