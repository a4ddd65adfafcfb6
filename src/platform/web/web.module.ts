import { Global, Module } from '@nestjs/common';
import { PageCache } from '../cache/page-cache';
import { Assets } from './assets';
import { ErrorPages } from './errors';
import { PageInterceptor } from './page';
import { Views } from './views';

/** Pages, forms, assets and error pages; the shell around them is supplied by the access floor. */
@Global()
@Module({
  providers: [Assets, ErrorPages, PageCache, PageInterceptor, Views],
  exports: [Assets, ErrorPages, PageCache, PageInterceptor, Views],
})
export class WebModule {}
