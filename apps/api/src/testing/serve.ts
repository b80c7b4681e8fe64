/** A server of its own process for the tests that kill one: the API and its jobs on DATABASE_URL, on any free port. */
import { readConfig } from '@anyam/server-kit';
import { startApi } from '../server.ts';

const config = readConfig({ ...process.env, PORT: '0' });
const api = await startApi({ config, databaseUrl: process.env['DATABASE_URL'] ?? '' });
process.on('disconnect', () => process.exit(1));
if (process.connected) process.send?.({ port: api.port });
