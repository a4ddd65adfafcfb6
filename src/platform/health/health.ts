import { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { isCurrent } from '../database/migrate';

/** /healthz: the process answers. /readyz: the database answers and its schema is the program's. */
export function registerHealth(server: FastifyInstance, reader: DataSource): void {
  server.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'),
  );
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain');
    try {
      if (await isCurrent(reader)) return reply.send('ready\n');
      return reply.status(503).send('migrations are not current\n');
    } catch {
      return reply.status(503).send('the database does not answer\n');
    }
  });
}
