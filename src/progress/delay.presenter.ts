import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { answerTo, delayAnswerNames } from '../domain/progress/delay-decision';
import { delayProposals, DelayProposal, finishDelay } from '../domain/progress/delay-proposal';
import type { Option, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { progressPaths } from './progress.paths';
import type { ProgressBody, ProgressView } from './progress.presenter';

/** A later end that stops explain, and what was answered. */
export interface DelayLine {
  words: string;
  status: StatusMark;
  note: string;
  link?: string;
}

/** The form of an answer (views/progress/delay). */
export interface DelayPage extends Frame {
  title: string;
  words: string;
  form: FormState;
  answers: Option[];
  action: string;
  backLink: string;
}

/** The proposals of today with their answers, and the end of everything they lead to; for the office alone. */
export function toDelays({
  works,
  mayEdit,
  hasForecast,
  today,
}: ProgressView): Pick<ProgressBody, 'delays' | 'finish'> {
  const { course, compound, renovation } = works!;
  if (!course || !hasForecast) return { delays: [] };
  const decisions = works!.decisions.filter(({ decidedOn }) => decidedOn <= today);
  const isOpen = mayEdit && renovation.isCurrent;
  const finish = finishDelay(course);
  return {
    delays: delayProposals(course).map((proposal): DelayLine => {
      const answer = answerTo(proposal, decisions);
      if (answer) {
        const note = `${dayInWords(answer.decidedOn)}答复${answer.note ? `：${answer.note}` : ''}`;
        const state = answer.decision === 'granted' ? 'done' : 'idle';
        return { words: proposal.words, note, status: { state, word: delayAnswerNames[answer.decision] } };
      }
      const { itemId, proposedFinishOn } = proposal;
      return {
        words: proposal.words,
        note: '',
        status: { state: 'doing', word: '等答复' },
        ...(isOpen && { link: progressPaths.newDelay(compound.code, itemId, proposedFinishOn) }),
      };
    }),
    ...(finish && {
      finish: {
        words: `停工使全部完工推到 ${dayInWords(finish.forecastEndOn)}，晚 ${finish.days} 天`,
        ...(isOpen && { link: progressPaths.stageForecast(compound.code, finish) }),
      },
    }),
  };
}

/** The form of an answer. */
export const toDelayForm = (
  { words }: Pick<DelayProposal, 'words'>,
  form: FormState,
  { frame, code }: { frame: Frame; code: string },
): DelayPage => ({
  ...frame,
  title: '答复工期顺延',
  words,
  form,
  answers: toOptions(delayAnswerNames),
  action: progressPaths.delays(code),
  backLink: progressPaths.index(code),
});
