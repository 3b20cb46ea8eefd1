import type { Rule } from '../rule.ts';
import { bandCliff } from './band-cliff.ts';
import { bandGap } from './band-gap.ts';
import { baseNotInText } from './base-not-in-text.ts';
import { baseUndefined } from './base-undefined.ts';
import { bodyNotInText } from './body-not-in-text.ts';
import { capNeverBinds } from './cap-never-binds.ts';
import { ceilingWithoutFund } from './ceiling-without-fund.ts';
import { ceilingWithoutProcess } from './ceiling-without-process.ts';
import { designatedProvider } from './designated-provider.ts';
import { floorAboveCap } from './floor-above-cap.ts';
import { insteadsOverlap } from './insteads-overlap.ts';
import { lastYearName } from './last-year-name.ts';
import { manifestAbsent } from './manifest-absent.ts';
import { paymentShares } from './payment-shares.ts';
import { poolWithoutRule } from './pool-without-rule.ts';
import { quotaWithoutOrder } from './quota-without-order.ts';
import { repealNotInText } from './repeal-not-in-text.ts';
import { totalDiffers } from './total-differs.ts';
import { touchingEnds } from './touching-ends.ts';
import { vagueWords } from './vague-words.ts';

/** The rules of drafting, in the order of their names. */
export const rules: readonly Rule[] = [
  bandCliff,
  bandGap,
  baseNotInText,
  baseUndefined,
  bodyNotInText,
  capNeverBinds,
  ceilingWithoutFund,
  ceilingWithoutProcess,
  designatedProvider,
  floorAboveCap,
  insteadsOverlap,
  lastYearName,
  manifestAbsent,
  paymentShares,
  poolWithoutRule,
  quotaWithoutOrder,
  repealNotInText,
  totalDiffers,
  touchingEnds,
  vagueWords,
];
