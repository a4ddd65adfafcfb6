import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Action } from '../domain/people/permissions';
import type { StatusMark } from '../platform/web/figures';

/** What one layer says of one door: a mark with a word of at most three characters. */
export type DoorMark = StatusMark;

/** One line in the history of a door, in words; `withdrawn` says when and why it was taken back. */
export interface DoorHistoryLine {
  on: CalendarDate;
  status: DoorMark;
  what: string;
  /** Who went, and who wrote it down: roles and accounts, never residents. */
  by?: string;
  note?: string;
  withdrawn?: string;
  /** Where it can be taken back, for those who may. */
  withdrawLink?: string;
}

/** One layer of the household matrix (visited, consent, vote …), put in by the room behind it. */
export interface DoorLayer {
  key: string;
  label: string;
  /** Who may do this may see the layer. */
  action: Action;
  /** Order of the layers. */
  position: number;
  /** The mark of each door by its id; doors without a mark have nothing recorded yet. `renovationId` is the current one. */
  marks(compoundId: number, renovationId: number | null): Promise<Map<number, DoorMark>>;
  /** Everything this room has recorded at one door, for the door's own page; rooms with several layers give it once. */
  history?(dwellingId: number): Promise<DoorHistoryLine[]>;
}

/** What a room has recorded at doors; also of rooms without a layer of their own, such as the wishes. */
export interface DoorHistory {
  /** Who may do this may read it. */
  action: Action;
  history(dwellingId: number): Promise<DoorHistoryLine[]>;
}

/** Where rooms put in what they know of single doors, so that the matrix needs to know none of them. */
@Injectable()
export class DoorLayers {
  private readonly layers: DoorLayer[] = [];
  private readonly sources: DoorHistory[] = [];

  /** Called once by a room when it starts. */
  register(layer: DoorLayer): void {
    this.layers.push(layer);
    this.layers.sort((one, other) => one.position - other.position);
  }

  /** Called once by a room that records something at doors and has no layer. */
  registerHistory(source: DoorHistory): void {
    this.sources.push(source);
  }

  all(): readonly DoorLayer[] {
    return this.layers;
  }

  /** The histories of all rooms, those with a layer first. */
  histories(): readonly DoorHistory[] {
    const ofLayers = this.layers
      .filter((layer) => layer.history)
      .map((layer) => ({ action: layer.action, history: (id: number) => layer.history!(id) }));
    const others = this.sources.map((source) => ({
      action: source.action,
      history: (id: number) => source.history(id),
    }));
    return [...ofLayers, ...others];
  }
}
