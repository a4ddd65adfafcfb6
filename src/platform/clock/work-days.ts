import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { WorkCalendar } from '../../domain/kernel/work-calendar';
import { projectRoot } from '../web/project-root';

/** The days off and the weekend days worked, as the State Council published them (data/reference). */
@Injectable()
export class WorkDays {
  readonly calendar: WorkCalendar = JSON.parse(
    readFileSync(join(projectRoot, 'data', 'reference', 'work-calendar.json'), 'utf8'),
  ) as WorkCalendar;
}
