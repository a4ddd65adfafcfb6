import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A photo of a building's outside, taken for one survey. */
@Entity('building_photo')
export class BuildingPhoto {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') surveyId: number;
  @Column('integer') buildingId: number;
  @Column('integer') fileId: number;
}
