import { Global, Module } from '@nestjs/common';
import { readConfig } from './config';

/** Injection token of the settings read at boot. */
export const CONFIG = Symbol('Config');

@Global()
@Module({
  providers: [{ provide: CONFIG, useFactory: () => readConfig(process.env) }],
  exports: [CONFIG],
})
export class ConfigModule {}
