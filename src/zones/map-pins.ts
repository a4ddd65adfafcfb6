import { Injectable } from '@nestjs/common';
import type { Pin } from '../domain/removal/pin';
import type { ZoneStructure } from '../domain/removal/work-zones';

/** A structure as the map shows it; `link` leads the offices to its case. */
export interface MapStructure extends ZoneStructure {
  pin: Pin | null;
  link: string;
}

/** A room above that knows what stands on the ground. */
export interface MapPinSource {
  pinsOf(renovationId: number): Promise<MapStructure[]>;
}

/** Where a room above puts in what it marks on the map of the ground. */
@Injectable()
export class MapPins {
  private readonly sources: MapPinSource[] = [];

  /** Called once by a room when it starts. */
  register(source: MapPinSource): void {
    this.sources.push(source);
  }

  /** Everything that is marked on the ground of a renovation, by its number. */
  async of(renovationId: number): Promise<MapStructure[]> {
    const found = await Promise.all(this.sources.map((source) => source.pinsOf(renovationId)));
    return found.flat().sort((one, other) => one.number - other.number);
  }
}
