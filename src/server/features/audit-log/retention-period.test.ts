import { expect, test } from "bun:test";
import {
  type RetentionPeriod,
  applyDueSteps,
  scheduleRetention,
  fixedRetention,
} from "./retention-period";

const DAY = 24 * 60 * 60 * 1000;

const lowering = (
  auditRetentionDays: number | null,
  nextAuditRetentionDays: number,
  day: number,
  toldOn: number | null = null,
): RetentionPeriod => ({
  auditRetentionDays,
  nextAuditRetentionDays,
  nextAuditRetentionFrom: day * DAY,
  auditNoticeSentAt: toldOn === null ? null : toldOn * DAY,
});

test.each<[string, number | null, RetentionPeriod, RetentionPeriod]>([
  [
    "the same number of days changes nothing",
    90,
    fixedRetention(90),
    fixedRetention(90),
  ],
  ["more days hold at once", 730, fixedRetention(90), fixedRetention(730)],
  ["no end holds at once", null, fixedRetention(90), fixedRetention(null)],
  [
    "fewer days hold in 120 days",
    90,
    fixedRetention(730),
    lowering(730, 90, 120),
  ],
  [
    "an end begins in 120 days",
    90,
    fixedRetention(null),
    lowering(null, 90, 120),
  ],
  [
    "as many days again take a lowering back",
    730,
    lowering(730, 90, 50, 20),
    fixedRetention(730),
  ],
  [
    "more days take a lowering back",
    2555,
    lowering(730, 90, 50),
    fixedRetention(2555),
  ],
  [
    "the days that a lowering leads to change nothing",
    90,
    lowering(730, 90, 50, 20),
    lowering(730, 90, 50, 20),
  ],
  [
    "still fewer days begin the time anew",
    90,
    lowering(2555, 730, 50, 20),
    lowering(2555, 90, 120),
  ],
  [
    "fewer days than now, more than to come, keep the time",
    730,
    lowering(2555, 90, 50, 20),
    lowering(2555, 730, 50, 20),
  ],
])("%s", (_, days, before, after) => {
  expect(scheduleRetention(days, before, 0)).toEqual(after);
});

test.each<[string, RetentionPeriod, RetentionPeriod]>([
  [
    "nothing is due where nothing is to come",
    fixedRetention(90),
    fixedRetention(90),
  ],
  [
    "nothing is due before the notice",
    lowering(730, 90, 131),
    lowering(730, 90, 131),
  ],
  [
    "the notice is due 30 days before",
    lowering(730, 90, 130),
    lowering(730, 90, 130, 100),
  ],
  [
    "a late notice puts the lowering off",
    lowering(730, 90, 70),
    lowering(730, 90, 130, 100),
  ],
  [
    "a lowering is not due before its day",
    lowering(730, 90, 101, 71),
    lowering(730, 90, 101, 71),
  ],
  [
    "a lowering is due on its day",
    lowering(730, 90, 100, 70),
    fixedRetention(90),
  ],
])("on day 100 %s", (_, before, after) => {
  expect(applyDueSteps(before, 100 * DAY)).toEqual(after);
});

test("a scheduled period contains no other column of its organization", () => {
  const organization = { ...lowering(730, 90, 50), seats: 3 };
  expect(scheduleRetention(90, organization, 0)).toEqual(lowering(730, 90, 50));
});
