import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FastifyInstance } from 'fastify';
import { CompressedBody, compressed, sendCompressed } from './compressed';
import { projectRoot } from './project-root';
import { vendored } from './vendored';

const folder = join(projectRoot, 'views', 'assets');
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
};

/** Css, js and icons, the site's own and vendored: few files, kept compressed in memory, their hash in the address. */
@Injectable()
export class Assets {
  private readonly bodies = new Map<string, CompressedBody>();
  private readonly paths = new Map<string, string>();

  constructor() {
    for (const file of filesOf(folder)) {
      const name = relative(folder, file)
        .replaceAll('\\', '/')
        .replace(/^(css|js)\//, '');
      this.keep(name, readFileSync(file));
    }
    for (const { name, content } of vendored()) this.keep(name, content);
  }

  private keep(name: string, content: Buffer): void {
    const type = types[extname(name)];
    if (!type) return;
    const path = `/assets/${createHash('sha256').update(content).digest('hex').slice(0, 12)}/${name}`;
    this.paths.set(name, path);
    this.bodies.set(path, compressed(content, type));
  }

  /** The address of an asset by its file name ('staff.css'), without base path. */
  pathOf(name: string): string {
    const path = this.paths.get(name);
    if (!path)
      throw new Error(`There is no asset ${name} in views/assets, and none of this name is vendored`);
    return path;
  }

  /** The text of a script by its file name; for one that is served under an address of its own. */
  textOf(name: string): string {
    return this.bodies.get(this.pathOf(name))!.plain.toString('utf8');
  }

  /** Serves the assets; an unknown or old address is not found. */
  register(server: FastifyInstance): void {
    server.get('/assets/*', (request, reply) => {
      const body = this.bodies.get(request.url.split('?')[0]);
      if (!body) return reply.status(404).type('text/plain; charset=utf-8').send('没有这个文件');
      return sendCompressed(request, reply, body, 'public, max-age=31536000, immutable');
    });
  }
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
