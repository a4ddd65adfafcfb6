/** The days of 丰乐路106号院 as its street plans them, in the fields of the form of the plan. */
export const plannedDays = {
  surveyStartOn: '2026-03-02',
  surveyEndOn: '2026-03-20',
  consultationStartOn: '2026-03-21',
  consultationEndOn: '2026-04-30',
  removalStartOn: '2026-05-01',
  removalEndOn: '2026-05-18',
  constructionStartOn: '2026-05-19',
  constructionEndOn: '2026-06-18',
  acceptanceEndOn: '2026-06-30',
  handoverEndOn: '2026-07-11',
};
