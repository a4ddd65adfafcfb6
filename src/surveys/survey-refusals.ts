import { houseRule } from '../domain/kernel/blocker';

/** What is said where something is to be recorded before the first survey has begun. */
export const noSurvey = houseRule('survey.none', '这个楼院还没有开始摸底。请先在「摸底」页点「开始摸底」');
