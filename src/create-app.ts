import { NestFactory } from '@nestjs/core';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { FrontDoor, configureApp, createAdapter } from './app.setup';
import { Config } from './platform/config/config';
import { JsonLog } from './platform/web/json-log';

/** The whole application, configured and initialised but not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const door: FrontDoor = {};
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, createAdapter(config, door), {
    // Only forms are read here; app.setup registers their parsers with their limits.
    bodyParser: false,
    logger: new JsonLog(config.logLevel),
  });
  await configureApp(app, config, door);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
