import { DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EntityClassOrSchema } from '@nestjs/typeorm/dist/interfaces/entity-class-or-schema.type';
import { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { DataVersion } from './data-version';
import { ConnectionName, openSqlite, sqliteOptions } from './sqlite';
import { UnitOfWork } from './unit-of-work';

const connection = (name: ConnectionName) =>
  TypeOrmModule.forRootAsync({
    name,
    inject: [CONFIG],
    useFactory: (config: Config) => ({
      ...sqliteOptions(config.database.file, name),
      autoLoadEntities: true,
    }),
    dataSourceFactory: (options) => openSqlite(options!),
  });

/** A room names its entities once; every connection then knows them. */
export const recordsOf = (...entities: EntityClassOrSchema[]): DynamicModule[] =>
  (['default', 'reports', 'writer'] as const).map((name) => TypeOrmModule.forFeature(entities, name));

/** Two readers that cannot write (pages, reports) and the writer behind the unit of work. */
@Global()
@Module({
  imports: [connection('default'), connection('reports'), connection('writer')],
  providers: [DataVersion, UnitOfWork],
  exports: [DataVersion, UnitOfWork],
})
export class DatabaseModule {}
