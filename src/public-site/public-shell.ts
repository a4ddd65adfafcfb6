import { Inject, Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { inQuery } from '../platform/web/address';
import { fontOf } from '../platform/web/font';
import { Shell } from '../platform/web/shell';
import { Views } from '../platform/web/views';

/** Prints public pages: the frame knows the letter size and the page, nobody's session; so all readers share one copy. */
@Injectable()
export class PublicShell {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly views: Views,
  ) {}

  /** `path` is the page's own address without base path, to come back to; `isDemo` marks invented figures. */
  print(view: string, page: object, request: FastifyRequest, path: string, isDemo = false): string {
    const shell: Shell = {
      nav: [],
      csrf: '',
      font: fontOf(request.headers.cookie),
      path: inQuery(path),
      demo: isDemo || !this.config.production,
      site: this.config.site,
    };
    return this.views.render(view, { ...page, shell });
  }

  /** Sends the reader to another public address for good. */
  moved(reply: FastifyReply, path: string): void {
    void reply
      .status(301)
      .header('location', this.config.basePath + path)
      .send('');
  }
}
