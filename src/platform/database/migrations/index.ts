import { AccessAndAudit0001 } from './0001-access-and-audit';
import { Compounds0002 } from './0002-compounds';
import { Files0003 } from './0003-files';
import { Surveys0004 } from './0004-surveys';
import { Stages0005 } from './0005-stages';
import { Imports0006 } from './0006-imports';
import { Notices0007 } from './0007-notices';
import { Meetings0008 } from './0008-meetings';
import { Wishes0009 } from './0009-wishes';
import { Households0010 } from './0010-households';
import { Votes0011 } from './0011-votes';
import { Plans0012 } from './0012-plans';
import { Zones0013 } from './0013-zones';
import { Structures0014 } from './0014-structures';
import { Persuasion0015 } from './0015-persuasion';
import { Enforcement0016 } from './0016-enforcement';
import { Removals0017 } from './0017-removals';
import { Operations0018 } from './0018-operations';
import { Patrols0019 } from './0019-patrols';
import { Works0020 } from './0020-works';
import { Inspections0021 } from './0021-inspections';
import { SitePhotos0022 } from './0022-site-photos';
import { Disruptions0023 } from './0023-disruptions';
import { Digs0024 } from './0024-digs';
import { Invitations0025 } from './0025-invitations';
import { Posts0026 } from './0026-posts';
import { Progress0027 } from './0027-progress';
import { Diaries0028 } from './0028-diaries';

/** Every migration, in the order they are applied. */
export const migrations = [
  AccessAndAudit0001,
  Compounds0002,
  Files0003,
  Surveys0004,
  Stages0005,
  Imports0006,
  Notices0007,
  Meetings0008,
  Wishes0009,
  Households0010,
  Votes0011,
  Plans0012,
  Zones0013,
  Structures0014,
  Persuasion0015,
  Enforcement0016,
  Removals0017,
  Operations0018,
  Patrols0019,
  Works0020,
  Inspections0021,
  SitePhotos0022,
  Disruptions0023,
  Digs0024,
  Invitations0025,
  Posts0026,
  Progress0027,
  Diaries0028,
];
