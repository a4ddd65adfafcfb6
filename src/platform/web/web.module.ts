import { Global, Module } from '@nestjs/common';
import { Assets } from './assets';
import { ErrorPages } from './errors';
import { PageInterceptor } from './page';
import { Views } from './views';

/** Pages, forms, assets and error pages; the shell around them is supplied by the access floor. */
@Global()
@Module({
  providers: [Assets, Views, ErrorPages, PageInterceptor],
  exports: [Assets, Views, ErrorPages, PageInterceptor],
})
export class WebModule {}
