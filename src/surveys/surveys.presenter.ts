import { Compound } from '../compounds/compound.entity';
import { compoundPaths } from '../compounds/compounds.paths';
import { Frame } from '../compounds/workspace';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import { MissingPart } from '../domain/survey/completeness';
import { countWarnings } from '../domain/survey/counts';
import { toStaffPhoto, filesOf } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import {
  ActionLink,
  EmptyNote,
  FactLine,
  NumberFigure,
  PhotoFigure,
  StatusMark,
} from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { UnitTable, toUnitTables } from './door-table.presenter';
import { HazardRow, toHazardRow } from './hazards.presenter';
import { sheetFacts } from './sheet.presenter';
import { OfferedStep, SigningPanel, toSigning } from './signing.presenter';
import { Survey } from './survey.entity';
import { SurveyRecords, countPairs, nextDoor, standingsOf } from './survey-records';
import { MissingList, doorsSentence, pipesSentence, toMissing, toNumbers } from './survey-progress.presenter';
import { surveyMark } from './survey-words';
import { surveyPaths } from './surveys.paths';

/** Before the first survey: what it is for, and the button that begins it. */
export interface StartPage extends Frame {
  title: string;
  start: { sentence: string; form: FormState; action: string; mayEdit: boolean };
}

/** The page of a compound that has no survey yet. */
export function toStart(compound: Compound, form: FormState, mayEdit: boolean, frame: Frame): StartPage {
  return {
    ...frame,
    title: `摸底 · ${compound.name}`,
    start: {
      sentence: '还没有开始摸底。走遍每一户、记清隐患、拍好照片，社区和街道签字后进入居民议事。',
      form,
      action: surveyPaths.index(compound.code),
      mayEdit,
    },
  };
}

/** The survey of a compound (views/surveys/show). */
export interface SurveyPage extends Frame {
  title: string;
  survey: {
    heading: string;
    status: StatusMark;
    about: string;
    numbers: NumberFigure[];
    actions: ActionLink[];
  };
  missing?: MissingList;
  signing: SigningPanel;
  doors: { units: UnitTable[]; about: string; pipes: string; empty: EmptyNote };
  hazards: {
    rows: HazardRow[];
    newLink: string;
    withdrawn: { what: string; link: string }[];
    empty: EmptyNote;
  };
  buildings: { name: string; about: string; link: string; thumbs: PhotoFigure[] }[];
  sheet: { facts: FactLine[]; note: string; warnings: { text: string }[]; editLink: string };
  others: { name: string; status: StatusMark; about: string; link: string }[];
  /** Set where a later survey may be begun. */
  again?: { form: FormState; action: string };
  form: FormState;
}

interface SurveyView {
  records: SurveyRecords;
  photos: ReadonlyMap<number, StoredFile>;
  missing: readonly MissingPart[];
  steps: readonly OfferedStep[];
  names: ReadonlyMap<number, string>;
  /** All surveys of the compound, the latest first. */
  all: readonly Survey[];
  today: string;
  /** May this person write, and may this survey still be written to? */
  mayEdit: boolean;
  mayBeginAgain: boolean;
}

/** One survey with all its parts. */
export function toSurvey(view: SurveyView, form: FormState, frame: Frame): SurveyPage {
  const { records, photos, missing, mayEdit, today } = view;
  const { survey, compound } = records;
  const { code } = compound;
  const standings = standingsOf(records);
  const next = nextDoor(records);
  const signing = toSigning(survey, view.steps, view.names);
  const isDraft = survey.state === 'draft';
  return {
    ...frame,
    title: `第 ${survey.number} 次摸底 · ${compound.name}`,
    survey: {
      heading: `第 ${survey.number} 次摸底`,
      status: surveyMark(survey.state),
      about: `调查日期 ${dayInWords(survey.surveyedOn)}`,
      numbers: toNumbers(records, missing),
      actions:
        mayEdit && next ? [{ label: '录入下一户', link: surveyPaths.visits(next.id), primary: true }] : [],
    },
    missing: isDraft ? toMissing(missing, records, mayEdit) : undefined,
    signing,
    doors: {
      units: toUnitTables(records.doors, standings, mayEdit),
      about: doorsSentence(records),
      pipes: pipesSentence(records),
      empty: {
        text: '还没有门户名册，先按楼栋生成门户',
        link: compoundPaths.doors(code),
        label: '去楼栋门户',
      },
    },
    hazards: {
      rows: records.hazards.map((hazard) => toHazardRow(hazard, filesOf(hazard.photoIds, photos), today)),
      newLink: mayEdit ? surveyPaths.newHazard(code) : '',
      withdrawn: records.withdrawnHazards.map((hazard) => {
        const { what, where, link } = toHazardRow(hazard, [], today);
        return { what: `${what}，${where}`, link };
      }),
      empty: survey.noHazards
        ? { text: '全院走过，未发现隐患' }
        : { text: '还没有登记隐患。边走边记：看到什么、在哪里、多严重，拍一张照片' },
    },
    buildings: records.buildings.map((building) => ({
      name: building.no,
      about: building.photoIds.length ? `${building.photoIds.length} 张` : '还没有照片',
      link: surveyPaths.buildingPhotos(building.id),
      thumbs: filesOf(building.photoIds, photos)
        .slice(0, 3)
        .map((file) => toStaffPhoto(file)),
    })),
    sheet: {
      facts: sheetFacts(survey),
      note: survey.note ?? '',
      warnings: countWarnings(countPairs(records), today),
      editLink: mayEdit ? surveyPaths.edit(survey.id) : '',
    },
    others: view.all
      .filter(({ id }) => id !== survey.id)
      .map((other) => ({
        name: `第 ${other.number} 次摸底`,
        status: surveyMark(other.state),
        about: `调查日期 ${dayInWords(other.surveyedOn)}，签字 ${dayOrDash(other.streetSignedOn)}`,
        link: surveyPaths.show(other.id),
      })),
    again: view.mayBeginAgain ? { form, action: surveyPaths.index(code) } : undefined,
    form,
  };
}
