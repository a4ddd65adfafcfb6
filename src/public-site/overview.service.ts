import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { LastSteps } from '../audit/last-steps';
import { Organisation } from '../access/entities';
import { Organisations } from '../access/organisations.service';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { containing } from '../compounds/search-text';
import { countsAt } from '../domain/disclosure/counting';
import { PublicPhoto, publicPhotos } from '../domain/disclosure/photos';
import { publicRenovation } from '../domain/disclosure/renovation';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { StageCode } from '../domain/renovation/stages';
import { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { StageSchedule } from '../stages/schedule.entities';
import { knownPhoto, knownRenovation } from './known-renovation';
import { YardLine } from './yard.presenter';

/** A street with its compounds in the order of their names. */
export interface StreetOfYards {
  code: string;
  name: string;
  lines: YardLine[];
}

/** A compound whose works are over, with its published photos. */
export interface FinishedYard {
  code: string;
  name: string;
  finishedOn: CalendarDate;
  photos: PublicPhoto[];
}

/** Everything the first page tells. */
export interface Overview {
  districts: { name: string; streets: StreetOfYards[] }[];
  lines: YardLine[];
  /** What was looked for; undefined when nothing was. */
  found?: YardLine[];
  finished: FinishedYard[];
  changedAt: string | null;
}

/** The names of one district are read in the order of the numbers in them: 6号院 before 12号院. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Reads the lists of the public site: few queries, however many compounds there are. */
@Injectable()
export class Overviews {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly organisations: Organisations,
    private readonly steps: LastSteps,
    private readonly clock: Clock,
  ) {}

  /** All districts that have compounds, and what was looked for. */
  async all(wanted: { q: string; stage: StageCode | null }): Promise<Overview> {
    const places = await this.organisations.all();
    const lines = await this.lines({});
    const isSearch = wanted.q !== '' || wanted.stage !== null;
    const matching = wanted.q ? await this.lines({ q: wanted.q }) : lines;
    const { stage } = wanted;
    return {
      districts: districtsOf(places, lines),
      lines,
      ...(isSearch && { found: stage ? matching.filter((line) => countsAt(line, stage)) : matching }),
      finished: await this.finished(),
      changedAt: latestOf((await this.steps.all()).values()),
    };
  }

  /** One street by its code; 404 when there is none. */
  async street(code: string): Promise<StreetOfYards & { district: string; changedAt: string | null }> {
    const street = await this.organisations.byCode(code);
    if (street?.kind !== 'street') throw new NotFoundException();
    const [district] = await this.organisations.byIds([street.parentId!]);
    const lines = await this.lines({ streetId: street.id });
    const steps = await this.steps.all();
    const changedAt = latestOf(lines.map(({ id }) => steps.get(id)));
    return { code, name: street.shortName, district: district.shortName, lines, changedAt };
  }

  private async lines(narrow: { q?: string; streetId?: number }): Promise<YardLine[]> {
    const rows = this.reader
      .createQueryBuilder(Compound, 'compound')
      .leftJoin(Organisation, 'community', 'community.id = compound.communityId')
      .leftJoin(
        Renovation,
        'renovation',
        'renovation.compoundId = compound.id AND renovation.isCurrent = :yes',
        { yes: true },
      )
      .leftJoin(
        StageSchedule,
        'schedule',
        'schedule.renovationId = renovation.id AND schedule.stage = renovation.stage',
      )
      .select([
        'compound.id AS "id"',
        'compound.code AS "code"',
        'compound.name AS "name"',
        'compound.streetId AS "streetId"',
        'community.shortName AS "community"',
        'renovation.stage AS "stage"',
        'renovation.state AS "state"',
        'renovation.removal AS "removal"',
        'renovation.stateReason AS "stateReason"',
        'renovation.closedOn AS "closedOn"',
        'schedule.plannedEndOn AS "plannedEndOn"',
        'schedule.forecastEndOn AS "forecastEndOn"',
        'schedule.endedOn AS "endedOn"',
      ]);
    const { q, streetId } = narrow;
    if (q) rows.andWhere(`compound.searchText LIKE :pattern ESCAPE '!'`, { pattern: containing(q) });
    if (streetId) rows.andWhere('compound.streetId = :streetId', { streetId });
    const lines = await rows.getRawMany<YardLine>();
    return lines.sort((one, other) => byName.compare(one.name, other.name));
  }

  /** The compounds handed over last, with what is published of them. */
  private async finished(): Promise<FinishedYard[]> {
    const renovations = await this.reader.manager.find(Renovation, {
      where: { state: 'closed', closedOn: Not(IsNull()) },
      order: { closedOn: 'DESC', id: 'DESC' },
      take: 6,
    });
    const compoundIds = renovations.map(({ compoundId }) => compoundId);
    if (!compoundIds.length) return [];
    const { manager } = this.reader;
    const [compounds, schedules, photos] = await Promise.all([
      manager.find(Compound, {
        where: { id: In(compoundIds) },
        select: { id: true, code: true, name: true },
      }),
      manager.findBy(StageSchedule, { renovationId: In(renovations.map(({ id }) => id)) }),
      manager.findBy(StoredFile, { compoundId: In(compoundIds), publishedAt: Not(IsNull()) }),
    ]);
    return renovations.map((renovation) => {
      const compound = compounds.find(({ id }) => id === renovation.compoundId)!;
      const dates = schedules.filter(({ renovationId }) => renovationId === renovation.id);
      const own = photos.filter(({ compoundId }) => compoundId === compound.id).map(knownPhoto);
      const told = publicRenovation(knownRenovation(renovation, dates), this.clock.today());
      const { code, name } = compound;
      return { code, name, finishedOn: renovation.closedOn!, photos: publicPhotos(own, [told]) };
    });
  }
}

/** The districts that have compounds, with their streets; both in the order of the official codes. */
function districtsOf(places: readonly Organisation[], lines: readonly YardLine[]): Overview['districts'] {
  const byStreet = new Map<number, YardLine[]>();
  for (const line of lines) {
    const street = byStreet.get(line.streetId);
    if (street) street.push(line);
    else byStreet.set(line.streetId, [line]);
  }
  return places
    .filter(({ kind }) => kind === 'district')
    .map(({ id, shortName }) => ({
      name: shortName,
      streets: places
        .filter(({ parentId }) => parentId === id)
        .map((street) => ({
          code: street.code,
          name: street.shortName,
          lines: byStreet.get(street.id) ?? [],
        }))
        .filter((street) => street.lines.length > 0),
    }))
    .filter(({ streets }) => streets.length > 0);
}

/** The latest of these instants; null when there is none. */
function latestOf(instants: Iterable<string | undefined>): string | null {
  let latest: string | null = null;
  for (const at of instants) if (at && (!latest || at > latest)) latest = at;
  return latest;
}
