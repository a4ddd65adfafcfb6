import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { VisitOutcome, visitOutcomeNames } from '../domain/survey/door-visit';

const asList = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Reads every posted value of one name; what cannot be read spoils the field. */
const listOf = (name: string, message: string, read: (text: string) => unknown) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) =>
      asList(value)
        .filter((one) => one !== '')
        .map((one) => (typeof one === 'string' ? read(one) : undefined)),
    ),
    ValidateBy({
      name,
      validator: {
        validate: (value) => Array.isArray(value) && !value.includes(undefined),
        defaultMessage: () => message,
      },
    }),
  );

const idOf = (text: string) => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined);

/** Ticked rows, each by its id. */
export const RowIds = () => listOf('rowIds', '请从页面上列出的内容里选择', idOf);

/** What came of the visit to one of many doors on one form. */
export interface DoorOutcome {
  dwellingId: number;
  outcome: VisitOutcome;
}

/** Selects of one name, one for each door: '17:met', or nothing for a door that is left out. */
export const DoorOutcomes = () =>
  listOf('doorOutcomes', '请从列出的走访结果里选择', (text): DoorOutcome | undefined => {
    const [id, outcome] = text.split(':');
    const dwellingId = idOf(id);
    return dwellingId !== undefined && Object.keys(visitOutcomeNames).includes(outcome)
      ? { dwellingId, outcome: outcome as VisitOutcome }
      : undefined;
  });
