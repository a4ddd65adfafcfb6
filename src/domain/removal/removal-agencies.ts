// Who stands beside the street office on a removal day: the six of case C6 and those a safety plan usually asks for.

/** Who takes part? */
export type Agency =
  | 'street'
  | 'community'
  | 'city-management'
  | 'police'
  | 'fire-rescue'
  | 'housing'
  | 'house-safety'
  | 'control-office'
  | 'ambulance'
  | 'utilities'
  | 'contractor';

export const agencyNames: Record<Agency, string> = {
  street: '街道办事处',
  community: '社区',
  'city-management': '城管执法',
  police: '公安',
  'fire-rescue': '消防',
  housing: '住建',
  'house-safety': '房屋安全督导组',
  'control-office': '区治私办',
  ambulance: '医疗救护',
  utilities: '水电气专营单位',
  contractor: '施工方',
};
