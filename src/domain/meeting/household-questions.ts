// What is asked of each household, and what may be answered? Consent is three separate answers (改造, 拆违, 物业费), as the
// district asks for them; satisfaction and the gate card are asked after the works (domain reference §1.1, §1.3 G2; case C1).

/** The three questions of consent. */
export type ConsentQuestion = 'renovation' | 'removal' | 'fee';

/** Every question to a household. */
export type HouseholdQuestion = ConsentQuestion | 'satisfaction' | 'gate-card';

/** Every answer to any of them. */
export type HouseholdAnswer =
  'agree' | 'against' | 'undecided' | 'satisfied' | 'fair' | 'unsatisfied' | 'issued' | 'declined';

interface QuestionWords {
  /** In a head of a column or on a tab. */
  name: string;
  /** In a sentence. */
  about: string;
  answers: Partial<Record<HouseholdAnswer, string>>;
}

const consent: QuestionWords['answers'] = { agree: '同意', against: '反对', undecided: '观望' };

/** Each question with its answers, in the order in which paper numbers them from 1. */
export const householdQuestions: Record<HouseholdQuestion, QuestionWords> = {
  renovation: { name: '改造', about: '改造方案', answers: consent },
  removal: { name: '拆违', about: '拆违清障', answers: consent },
  fee: { name: '物业费', about: '物业费和管理模式', answers: consent },
  satisfaction: {
    name: '满意度',
    about: '改造以后是否满意',
    answers: { satisfied: '满意', fair: '一般', unsatisfied: '不满意' },
  },
  'gate-card': { name: '门禁卡', about: '门禁卡', answers: { issued: '已领', declined: '不领' } },
};

export const consentQuestions: readonly ConsentQuestion[] = ['renovation', 'removal', 'fee'];

export const allQuestions = Object.keys(householdQuestions) as HouseholdQuestion[];

/** What was said on one occasion; a question that was not asked is missing. */
export type HouseholdAnswers = Partial<Record<HouseholdQuestion, HouseholdAnswer>>;

/** Is this one of the questions only an owner answers? */
export const isConsent = (question: HouseholdQuestion): question is ConsentQuestion =>
  (consentQuestions as readonly HouseholdQuestion[]).includes(question);

/** The questions answered on one occasion, in their order. */
export const answered = (answers: HouseholdAnswers): HouseholdQuestion[] =>
  allQuestions.filter((question) => answers[question] !== undefined);

/** How is an answer said? '同意'. */
export const answerInWords = (question: HouseholdQuestion, answer: HouseholdAnswer): string =>
  householdQuestions[question].answers[answer] ?? '';

/** How is everything said on one occasion told, beside what the door had said before? '改造 反对 → 同意，拆违 同意'. */
export function answersInWords(answers: HouseholdAnswers, before: HouseholdAnswers = {}): string {
  return answered(answers)
    .map((question) => {
      const [now, then] = [answers[question]!, before[question]];
      const change = then && then !== now ? `${answerInWords(question, then)} → ` : '';
      return `${householdQuestions[question].name} ${change}${answerInWords(question, now)}`;
    })
    .join('，');
}
