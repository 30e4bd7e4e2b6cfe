import { dayOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement, type Statement } from "#server/kernel/db/statement";
import type { OrganizationHistory, Rows } from "./history";
import { busynessOf, createRandom, DAY } from "./random";

const SEED = 20_261_130;
const DAYS = 45;
const CALLS_PER_DAY = 160;
/** The share of the calls that change something, if the key can change anything. */
const WRITES = 0.2;

/** Returns the statements that store the calls with API keys during the last weeks. */
export function usageStatements(
  history: OrganizationHistory,
  now: number,
): Statement[] {
  const random = createRandom(SEED);
  return history.rows("api_keys").flatMap((key, index) =>
    daysOfUse(key, now).flatMap((at) => {
      const calls = random.count(
        (CALLS_PER_DAY * busynessOf(at)) / (index + 1),
      );
      if (calls === 0) return [];
      const canWrite = key.scopes.some((scope) => !scope.endsWith(":read"));
      const day = dayOf(at);
      return insertStatement(apiUsage, {
        orgId: key.orgId,
        id: `${day} ${key.id}`,
        day,
        keyId: key.id,
        calls,
        writes: canWrite ? Math.round(calls * WRITES) : 0,
        refused: random.count(0.4),
      });
    }),
  );
}

/** Returns a moment of each day on which the key was used. */
function daysOfUse(
  { createdAt, lastUsedAt }: Rows["api_keys"],
  now: number,
): number[] {
  if (lastUsedAt === null) return [];
  return Array.from({ length: DAYS }, (_, ago) => now - ago * DAY).filter(
    (at) => at >= createdAt && dayOf(at) <= dayOf(lastUsedAt),
  );
}
