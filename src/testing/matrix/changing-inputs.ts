import { passkeys } from "#server/core/users/passkeys-table";
import { insertStatement } from "#server/kernel/db/statement";
import { newId } from "#shared/id";
import { png } from "../kit/images";
import type { InputOf, ProcedurePath } from "./procedures";
import type { Scenario } from "./scenarios";
import { type Attempt, attempts } from "./valid-inputs";

const changingAttempts: { [P in ProcedurePath]?: Attempt<InputOf<P>> } = {
  "organizations.removeLogo": async ({ caller, org }) => {
    const image = png(64, 64).toString("base64");
    await caller.put(`/organizations/${org}/logo`, { image });
    return { org };
  },
  "organizations.requireTwoFactor": async (scenario) => {
    await requireSecondFactor(scenario);
    return { org: scenario.org, required: false };
  },
  "members.reactivate": async ({ server, org, orgId, roles: { viewer } }) => {
    await server.db.client.execute({
      sql: "update memberships set suspended_at = 1 where org_id = ? and user_id = ?",
      args: [orgId, viewer.id],
    });
    return { org, userId: viewer.id };
  },
  "billing.resume": async (scenario) => {
    const { org } = await attempts["billing.cancel"](scenario);
    await scenario.roles.admin.post(
      `/organizations/${org}/subscription/cancel`,
    );
    return { org };
  },
  "billing.refresh": async (scenario) => {
    const { server, orgId } = scenario;
    const { org } = await attempts["billing.cancel"](scenario);
    // Wait for the event of the trial in the outbox: delivered later, it would restore the seats, and the refresh would
    // have nothing to store.
    await server.services.outbox.idle();
    await server.db.client.execute({
      sql: "update subscriptions set seats = 1 where org_id = ?",
      args: [orgId],
    });
    return { org };
  },
};

/** Returns an input with which the procedure changes something. For some procedures the usual valid input does not. */
export function changingAttempt(path: ProcedurePath): Attempt<unknown> {
  return (changingAttempts[path] ?? attempts[path]) as Attempt<unknown>;
}

/** Adds a passkey of the caller, and makes the organization require a second factor. */
export async function requireSecondFactor({
  server: { db },
  caller,
  orgId,
}: Scenario): Promise<void> {
  const { body } = await caller.get("/auth/me");
  const now = Date.now();
  await db.client.execute(
    insertStatement(passkeys, {
      id: newId("passkey"),
      userId: String(body.id),
      credentialId: newId("passkey"),
      publicKey: "a key",
      counter: 0,
      name: "Key",
      transports: [],
      isSynced: false,
      createdAt: now,
    }),
  );
  await db.client.execute({
    sql: "update organizations set two_factor_required_from = 1 where id = ?",
    args: [orgId],
  });
}
