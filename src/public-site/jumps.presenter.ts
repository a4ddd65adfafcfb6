/** A tile that leads to a block of the page. */
export interface Jump {
  anchor: string;
  label: string;
  icon: 'list-check' | 'photo' | 'report' | 'users' | 'alert-triangle' | 'phone';
}

/** So many tiles stand in one row. */
const shownJumps = 4;

/** The first four blocks that are there; the phone numbers stand at the thumb besides. */
export function toJumps(has: Record<'stage' | 'photo' | 'plan' | 'decided' | 'found', boolean>): Jump[] {
  const all: (Jump | false)[] = [
    has.stage && { anchor: 'stage', label: '进度', icon: 'list-check' },
    has.photo && { anchor: 'photo', label: '照片', icon: 'photo' },
    has.plan && { anchor: 'plan', label: '改什么', icon: 'report' },
    has.decided && { anchor: 'decided', label: '议事', icon: 'users' },
    has.found && { anchor: 'found', label: '问题', icon: 'alert-triangle' },
    { anchor: 'who', label: '电话', icon: 'phone' },
  ];
  return all.filter((jump) => jump !== false).slice(0, shownJumps);
}
