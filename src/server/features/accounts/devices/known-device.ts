import { and, eq, inArray } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Context } from "#server/rpc/context";
import { hashToken } from "#server/kernel/crypto";
import {
  deleteStatement,
  insertStatement,
  updateStatement,
} from "#server/kernel/db/statement";
import { newDeviceMail } from "./mail";
import type { AccountCall } from "../account-call";
import {
  addDeviceToken,
  deviceTokens,
  keepDeviceTokens,
} from "./device-cookie";
import { knownDevices } from "./table";

interface Person {
  id: string;
  email: string;
}

/**
 * What wrong guesses of this browser are counted by, apart from those of strangers; none for a browser that did not
 * sign the person in before, or not since they last chose a password.
 */
export async function knownDeviceId(
  ctx: Context,
  userId: string,
): Promise<string | undefined> {
  return (await findDevice(ctx, userId))?.id;
}

/**
 * Remembers the browser that signs in. The person is told of one that is new, unless they have just proven that it is
 * theirs, or none of theirs is known yet: then there is nothing to tell it from.
 */
export async function rememberDevice(
  ctx: AccountCall,
  person: Person,
  { isExpected = false }: { isExpected?: boolean } = {},
): Promise<void> {
  const known = await findDevice(ctx, person.id);
  if (known && !isExpected) {
    keepDeviceTokens(ctx);
    const lastUsedAt = ctx.work.now;
    ctx.work.write(
      updateStatement(knownDevices, { lastUsedAt }, { id: known.id }),
    );
    return;
  }
  const notifies = !isExpected && (await hasDevices(ctx, person.id));
  if (known) ctx.work.write(deleteStatement(knownDevices, { id: known.id }));
  addDevice(ctx, person.id, tokenOf(ctx, known));
  if (notifies) await notify(ctx, person);
}

function addDevice(ctx: AccountCall, userId: string, replaced?: string): void {
  const { now } = ctx.work;
  ctx.work.write(
    insertStatement(knownDevices, {
      id: newId("device"),
      userId,
      tokenHash: hashToken(addDeviceToken(ctx, replaced)),
      createdAt: now,
      lastUsedAt: now,
    }),
  );
}

async function notify(ctx: AccountCall, { email }: Person): Promise<void> {
  const { userAgent, address } = ctx.request;
  const link = ctx.services.links.sessions();
  await ctx.post(
    newDeviceMail({
      to: email,
      userAgent: userAgent ?? "",
      address,
      at: ctx.work.now,
      link,
    }),
    { kind: "notice" },
  );
}

function findDevice(ctx: Context, userId: string) {
  const tokens = deviceTokens(ctx);
  if (tokens.length === 0) return undefined;
  return ctx.db.drizzle
    .select({ id: knownDevices.id, tokenHash: knownDevices.tokenHash })
    .from(knownDevices)
    .where(
      and(
        eq(knownDevices.userId, userId),
        inArray(knownDevices.tokenHash, tokens.map(hashToken)),
      ),
    )
    .get();
}

/** Which of the browser's tokens belongs to the device. */
function tokenOf(ctx: Context, device: { tokenHash: string } | undefined) {
  return deviceTokens(ctx).find(
    (token) => hashToken(token) === device?.tokenHash,
  );
}

async function hasDevices(
  { db }: AccountCall,
  userId: string,
): Promise<boolean> {
  const device = await db.drizzle
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
    .get();
  return device !== undefined;
}
