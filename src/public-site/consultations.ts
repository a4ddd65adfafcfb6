import { Injectable } from '@nestjs/common';
import { KnownConsultation, nothingConsulted } from '../domain/disclosure/consultation';

/** Gathers what the rooms of the residents' stage offer to everybody. */
@Injectable()
export class Consultations {
  /** Of one renovation. */
  async of(_renovationId: number): Promise<KnownConsultation> {
    return nothingConsulted;
  }
}
