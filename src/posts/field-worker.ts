import { Inject, Injectable } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { Assets } from '../platform/web/assets';

/** What the phone's pages are made of (views/layouts/field.hbs). */
const shell = [
  ...['favicon.svg', 'base.css', 'field.css', 'idb-keyval.js', 'field-store.js', 'field-photos.js'],
  ...['field-outbox.js', 'field.js', 'field-form.js'],
];

/** The service worker of the phone's pages, told where the site stands and what its shell is made of. */
@Injectable()
export class FieldWorker {
  constructor(
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends it for everything under /m; never kept, so that a phone meets the shell of now. */
  send(reply: FastifyReply): string {
    const base = this.config.basePath;
    const settings = { base, shell: shell.map((name) => base + this.assets.pathOf(name)) };
    reply
      .type('text/javascript; charset=utf-8')
      .header('service-worker-allowed', `${base}/m`)
      .header('cache-control', 'no-cache');
    return `self.FIELD = ${JSON.stringify(settings)};\n${this.assets.textOf('field-worker.js')}`;
  }
}
