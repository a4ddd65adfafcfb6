import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy, ValidationArguments } from 'class-validator';
import { MeetingParty, meetingParties } from '../domain/meeting/meeting-parties';

/** Rows of one table in one post; more would not fit into it with all its other fields. */
export const mostRows = 8;

/** One column of a table of rows, as it was typed; read row by row afterwards. */
export const RowTexts = (most = mostRows) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => [value ?? []].flat()),
    ValidateBy({
      name: 'column',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length <= most && value.every((one) => typeof one === 'string'),
        defaultMessage: () => `一次最多填 ${most} 行，请分几次保存`,
      },
    }),
  );

/** A time of day as the time field sends it ('19:00') or as people type it ('9点', '19：30', '9点半'); read as 'HH:mm'. */
export const WallTimeField = ({ label, optional = false }: { label: string; optional?: boolean }) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) =>
      typeof value === 'string' && value.trim() !== '' ? (readTime(value) ?? null) : undefined,
    ),
    ValidateBy({
      name: 'wallTime',
      validator: {
        validate: (value) => (value === undefined ? optional : value !== null),
        defaultMessage: (args?: ValidationArguments) =>
          args?.value === undefined ? `请填写「${label}」` : `「${label}」请按 19:30 这样填写`,
      },
    }),
  );

function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/点半$/, ':30');
  const parts = /^(\d{1,2})(?:[:点时.](\d{1,2})?分?)?$/.exec(plain);
  if (!parts) return undefined;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Who answers for an action point: a party, or a firm of the renovation in its part. */
export interface Answers {
  party: MeetingParty;
  firmId: number | null;
}

/** A select of parties and firms: 'community', 'contractor:12'. */
export const AnswersField = ({ label }: { label: string }) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => readAnswers(String(value ?? '')) ?? null),
    ValidateBy({
      name: 'answers',
      validator: { validate: (value) => value !== null, defaultMessage: () => `请为「${label}」选一项` },
    }),
  );

/** What stands for this in the select. */
export const answersValue = ({ party, firmId }: Answers): string =>
  firmId === null ? party : `${party}:${firmId}`;

function readAnswers(text: string): Answers | undefined {
  const [, name, firm] = /^([a-z-]+)(?::([1-9]\d{0,9}))?$/.exec(text) ?? [];
  const party = meetingParties.find((one) => one === name);
  return party && { party, firmId: firm === undefined ? null : Number(firm) };
}
