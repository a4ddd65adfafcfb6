import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchState } from '../domain/exchange/import-batch';
import { ImportBatch } from './import.entities';
import { Imports } from './imports.service';

const backTo: Partial<Record<BatchState, [BatchState, string]>> = {
  comparing: ['read', '核对时系统重新启动了，请再对一次栏目'],
  importing: ['compared', '导入时系统重新启动了，什么都没有写入，请再确认一次'],
  undoing: ['imported', '撤销时系统重新启动了，什么都没有改动，请再试一次'],
};

/** Work that a restart cut off wrote nothing; its imports are put back where a person can go on. */
@Injectable()
export class ImportRecovery implements OnApplicationBootstrap {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly imports: Imports,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const states = Object.keys(backTo) as BatchState[];
    for (const { id, state } of await this.reader.manager.findBy(ImportBatch, { state: In(states) })) {
      const [to, notice] = backTo[state]!;
      await this.imports.setBack(id, state, to, notice);
    }
  }
}
