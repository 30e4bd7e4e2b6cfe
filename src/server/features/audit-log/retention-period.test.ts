import { expect, test } from "bun:test";
import {
  type RetentionPeriod,
  applyDueSteps,
  scheduleRetention,
  fixedRetention,
} from "./retention-period";

const DAY = 24 * 60 * 60 * 1000;

const scheduled = (
  auditRetentionDays: number | null,
  nextAuditRetentionDays: number,
  day: number,
  noticeDay: number | null = null,
): RetentionPeriod => ({
  auditRetentionDays,
  nextAuditRetentionDays,
  nextAuditRetentionFrom: day * DAY,
  auditNoticeSentAt: noticeDay === null ? null : noticeDay * DAY,
});

test.each<[string, number | null, RetentionPeriod, RetentionPeriod]>([
  [
    "the same period changes nothing",
    90,
    fixedRetention(90),
    fixedRetention(90),
  ],
  [
    "a longer period takes effect at once",
    730,
    fixedRetention(90),
    fixedRetention(730),
  ],
  [
    "an unlimited period takes effect at once",
    null,
    fixedRetention(90),
    fixedRetention(null),
  ],
  [
    "a shorter period is scheduled in 120 days",
    90,
    fixedRetention(730),
    scheduled(730, 90, 120),
  ],
  [
    "the end of an unlimited period is scheduled in 120 days",
    90,
    fixedRetention(null),
    scheduled(null, 90, 120),
  ],
  [
    "the present period cancels a scheduled one",
    730,
    scheduled(730, 90, 50, 20),
    fixedRetention(730),
  ],
  [
    "a longer period cancels a scheduled one",
    2555,
    scheduled(730, 90, 50),
    fixedRetention(2555),
  ],
  [
    "the scheduled period changes nothing",
    90,
    scheduled(730, 90, 50, 20),
    scheduled(730, 90, 50, 20),
  ],
  [
    "a still shorter period restarts the 120 days",
    90,
    scheduled(2555, 730, 50, 20),
    scheduled(2555, 90, 120),
  ],
  [
    "a period between the present and the scheduled one keeps the day",
    730,
    scheduled(2555, 90, 50, 20),
    scheduled(2555, 730, 50, 20),
  ],
])("%s", (_, days, before, after) => {
  expect(scheduleRetention(days, before, 0)).toEqual(after);
});

test.each<[string, RetentionPeriod, RetentionPeriod]>([
  [
    "nothing is due without a scheduled period",
    fixedRetention(90),
    fixedRetention(90),
  ],
  [
    "nothing is due before the notice",
    scheduled(730, 90, 131),
    scheduled(730, 90, 131),
  ],
  [
    "the notice is due 30 days before the change",
    scheduled(730, 90, 130),
    scheduled(730, 90, 130, 100),
  ],
  [
    "a late notice postpones the change",
    scheduled(730, 90, 70),
    scheduled(730, 90, 130, 100),
  ],
  [
    "a change is not due before its day",
    scheduled(730, 90, 101, 71),
    scheduled(730, 90, 101, 71),
  ],
  [
    "a change is due on its day",
    scheduled(730, 90, 100, 70),
    fixedRetention(90),
  ],
])("on day 100 %s", (_, before, after) => {
  expect(applyDueSteps(before, 100 * DAY)).toEqual(after);
});

test("a scheduled period contains no other column of its organization", () => {
  const organization = { ...scheduled(730, 90, 50), seats: 3 };
  expect(scheduleRetention(90, organization, 0)).toEqual(
    scheduled(730, 90, 50),
  );
});
