// The first judgement of building safety on the survey sheet. A building in doubt is appraised before anything is
// designed (郑州市房屋使用安全管理条例 §19, §27; domain reference §1.2); the three words are a setting of the house.
import { Blocker, houseRule } from '../kernel/blocker';
import type { Hazard } from './hazard';
import { hazardKindOf } from './hazard-kinds';

/** How do the buildings look to those who walked them? */
export type BuildingSafety = 'sound' | 'suspected' | 'appraised';

export const buildingSafetyNames: Record<BuildingSafety, string> = {
  sound: '未见异常',
  suspected: '疑似危险',
  appraised: '已鉴定',
};

/** What the sheet says of safety, beside what was found. */
export interface SafetyFacts {
  buildingSafety?: BuildingSafety | null;
  hazards: readonly Pick<Hazard, 'kind'>[];
}

/** Does somebody doubt a building, or did somebody before the appraisal? Then only the paper of the appraisal answers. */
export const isSafetyInDoubt = ({ buildingSafety, hazards }: SafetyFacts): boolean =>
  buildingSafety === 'suspected' || buildingSafety === 'appraised' || hasStructuralHazard(hazards);

/** What speaks against writing this judgement down? */
export function safetyBlockers({
  buildingSafety,
  hazards,
  conclusion,
}: SafetyFacts & { conclusion: string }): Blocker[] {
  if (buildingSafety === 'appraised' && !conclusion.trim()) {
    return [houseRule('safety.conclusion', '选「已鉴定」时请填写「鉴定结论」，如 B 级，某某鉴定报告')];
  }
  if (buildingSafety === 'sound' && hasStructuralHazard(hazards)) {
    return [houseRule('safety.sound', '隐患清单里有「疑似结构危险」，房屋安全请选「疑似危险」或「已鉴定」')];
  }
  return [];
}

const hasStructuralHazard = (hazards: SafetyFacts['hazards']): boolean =>
  hazards.some(({ kind }) => hazardKindOf(kind)?.structural);
