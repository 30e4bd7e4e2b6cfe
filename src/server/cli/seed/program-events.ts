import { newIdAt } from "#shared/id";
import type { DemoEvent, Rows, Scene } from "./history";
import type { DemoKey, DemoProgram } from "./organizations";
import { type DemoPerson, personOf } from "./people";
import { DAY, HOUR, workingDay } from "./random";

/** Service accounts with their API keys, and personal API keys. */
export function programEvents(scene: Scene): DemoEvent[] {
  const { programs, personalKeys } = scene.organization;
  return [
    ...programs.flatMap((program) => eventsOfProgram(scene, program)),
    ...personalKeys.map(([owner, key]) => {
      const person = personOf(scene.people, owner);
      return keyEvent(scene, person, "apiKeys.create", key, {
        userId: person.id,
        serviceAccountId: null,
      });
    }),
  ];
}

function eventsOfProgram(
  scene: Scene,
  { name, description, role, steward, daysAgo, keys }: DemoProgram,
): DemoEvent[] {
  const { history, people } = scene;
  const at = timeOf(scene, daysAgo);
  const person = personOf(people, steward);
  const id = newIdAt("serviceAccount", at);
  const row: Rows["service_accounts"] = {
    orgId: history.orgId,
    id,
    name,
    description,
    role,
    stewardId: person.id,
    stewardNoticeSentAt: null,
    suspendedAt: null,
    createdAt: at,
    updatedAt: at,
  };
  const apply = () =>
    history.record(
      at,
      person,
      "serviceAccounts.create",
      history.put("service_accounts", row),
    );
  const owner = { userId: null, serviceAccountId: id };
  return [
    { at, apply },
    ...keys.map((key) =>
      keyEvent(scene, person, "serviceAccounts.createKey", key, owner),
    ),
  ];
}

function keyEvent(
  scene: Scene,
  issuer: DemoPerson,
  action: string,
  { name, scopes, daysAgo, lifetimeDays, usedHoursAgo }: DemoKey,
  owner: Pick<Rows["api_keys"], "userId" | "serviceAccountId">,
): DemoEvent {
  const { history, now } = scene;
  const at = timeOf(scene, daysAgo) + HOUR;
  const row: Rows["api_keys"] = {
    orgId: history.orgId,
    id: newIdAt("apiKey", at),
    name,
    ...owner,
    scopes: [...scopes],
    last4: last4Of(name),
    graceUntil: null,
    lifetimeDays,
    expiresAt: lifetimeDays === null ? null : at + lifetimeDays * DAY,
    // The demo sends no mails about keys that expire soon.
    expiryNoticeDays: 0,
    lastUsedAt: usedHoursAgo === null ? null : now - usedHoursAgo * HOUR,
    issuedBy: issuer.id,
    issuerNoticeSentAt: null,
    createdAt: at,
    revokedAt: null,
  };
  return {
    at,
    apply() {
      const created = history.put("api_keys", { ...row, lastUsedAt: null });
      history.record(at, issuer, action, created);
      history.put("api_keys", row);
    },
  };
}

/** Returns the end of a key that does not exist: no key of the demo works. */
function last4Of(name: string): string {
  return Buffer.from(name).toString("hex").slice(0, 4);
}

function timeOf({ now }: Scene, daysAgo: number): number {
  const day = workingDay(now - daysAgo * DAY);
  return day - (day % DAY) + 10 * HOUR;
}
