import { BadRequestException, Injectable, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { ValidationError, validate } from 'class-validator';
import { Blocker } from '../../domain/kernel/blocker';
import { UploadedFile, isUploadedFile } from './multipart';

/** One field that has to be mended, with the sentence that says how. */
export interface FieldError {
  field: string;
  message: string;
}

/** A form as it was posted: the typed values, what is wrong, and the text exactly as typed. */
export interface Posted<T> {
  value: T;
  errors: FieldError[];
  raw: RawForm;
  files: UploadedFile[];
}

/** The fields as they were typed. */
export type RawForm = Record<string, string | string[]>;

/** Every value of one field as it was typed; none where it was left out. */
export const typedList = (value: string | string[] | undefined): string[] => [value ?? []].flat();

/** What a template needs to show a form: values, the error beside each field, and the summary above. */
export interface FormState {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  summary: { field?: string; message: string }[];
}

/** Builds the form part of a page object from typed-in text or stored values, errors and refusals. */
export function formState(
  values: Record<string, unknown>,
  errors: readonly FieldError[] = [],
  blockers: readonly Blocker[] = [],
): FormState {
  const shown: FormState = { values: {}, errors: {}, summary: [] };
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    shown.values[key] = Array.isArray(value) ? value.map(String) : String(value);
  }
  for (const error of errors) {
    shown.errors[error.field] ??= error.message;
    shown.summary.push(error);
  }
  for (const blocker of blockers) shown.summary.push({ message: blocker.text });
  return shown;
}

/** Reads a posted body into a form class; wrong input becomes errors beside the fields, unknown fields a 400. */
export const asForm = <T extends object>(form: Type<T>): Type<PipeTransform> => {
  @Injectable()
  class FormPipe implements PipeTransform<unknown, Promise<Posted<T>>> {
    async transform(body: unknown): Promise<Posted<T>> {
      const { raw, files } = split(body);
      const value = plainToInstance(form, { ...raw });
      const found = await validate(value, {
        whitelist: true,
        forbidNonWhitelisted: true,
        forbidUnknownValues: true,
        stopAtFirstError: true,
      });
      const unknown = found.find((error) => error.constraints?.whitelistValidation);
      if (unknown) throw new BadRequestException(`The form has no field ${unknown.property}`);
      return { value, errors: found.flatMap(toFieldErrors), raw, files };
    }
  }
  return FormPipe;
};

function split(body: unknown): { raw: RawForm; files: UploadedFile[] } {
  const raw: RawForm = {};
  const files: UploadedFile[] = [];
  for (const [key, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (key === '_csrf' || key === '__proto__') continue;
    const parts = Array.isArray(value) ? value : [value];
    const uploads = parts.filter(isUploadedFile);
    files.push(...uploads.filter((file) => file.bytes > 0 || file.originalName));
    if (uploads.length) continue;
    if (!parts.every((part) => typeof part === 'string'))
      throw new BadRequestException('The form is not a plain form');
    const [, column, row] = rowField.exec(key) ?? [];
    if (column) cells(raw, column).push(...parts.map((part) => `${row}:${part as string}`));
    else raw[key] = Array.isArray(value) ? (parts as string[]) : (value as string);
  }
  return { raw, files };
}

/** A table of fields needs a name for each row: 'answer.17' = 'yes' is read as one of 'answer', '17:yes'. */
const rowField = /^([a-z][A-Za-z]*)\.([\w-]{1,40})$/;

function cells(raw: RawForm, column: string): string[] {
  const known = Object.hasOwn(raw, column) ? raw[column] : [];
  const list = Array.isArray(known) ? known : [known];
  raw[column] = list;
  return list;
}

function toFieldErrors(error: ValidationError): FieldError[] {
  return Object.values(error.constraints ?? {})
    .slice(0, 1)
    .map((message) => ({ field: error.property, message }));
}
