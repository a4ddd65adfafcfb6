import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { BatchState, batchStateNames } from '../domain/exchange/import-batch';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { ImportBatch } from './import.entities';
import { importPaths } from './imports.paths';

/** The states in which an import waits for the person who brought it. */
const waitingStates: BatchState[] = ['read', 'compared'];

const mostRows = 20;

/** A person's own imports that were begun and not finished, for the list of things to do. */
@Injectable()
export class ImportsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor({ userId, role }: Actor): Promise<WaitingItem[]> {
    if (!mayDo(role, 'import.run')) return [];
    const batches = await this.reader.manager.find(ImportBatch, {
      where: { createdBy: userId, state: In(waitingStates) },
      select: { id: true, fileName: true, state: true },
      order: { id: 'DESC' },
      take: mostRows,
    });
    return batches.map(({ id, fileName, state }) => ({
      kind: '导入',
      compoundId: null,
      what: `清单「${fileName}」${batchStateNames[state]}`,
      why: '确认以后楼院才进台账；不要了请放弃',
      dueOn: null,
      action: { label: '接着办', link: importPaths.show(id) },
    }));
  }
}
