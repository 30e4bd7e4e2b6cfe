import { and, eq, sql } from "drizzle-orm";
import { describeDevice } from "../../../shared/device";
import { newId } from "../../../shared/id";
import type { Context } from "../../context";
import { hashToken, newToken } from "../../crypto";
import { insertStatement, updateStatement } from "../../db/statement";
import { newDeviceMail } from "../../mail/device";
import { ownCookie } from "../cookies";
import type { AuthCall } from "../call";
import { knownDevices } from "./schema";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const cookie = ownCookie("device");

/** Whether this browser signed the person in before, and since they last chose a password. */
export async function isKnownDevice(
  ctx: Context,
  userId: string,
): Promise<boolean> {
  return (await findDevice(ctx, userId)) !== undefined;
}

/** What wrong guesses of this browser are counted by apart from those of strangers; none for a browser that is new. */
export async function knownDeviceId(
  ctx: Context,
  userId: string,
): Promise<string | undefined> {
  return (await findDevice(ctx, userId))?.id;
}

/**
 * Remembers the browser that signs in. The person is told of one that is new, unless it is the one they signed up with
 * or has just proven that it is theirs.
 */
export async function rememberDevice(
  ctx: AuthCall,
  { id: userId, email }: { id: string; email: string },
  { isExpected = false }: { isExpected?: boolean } = {},
): Promise<void> {
  const { now } = ctx.work;
  const known = await findDevice(ctx, userId);
  const token = cookie.read(ctx) ?? newToken();
  cookie.set(ctx, token, YEAR_SECONDS);
  if (known && !isExpected) {
    ctx.work.write(
      updateStatement(knownDevices, { lastUsedAt: now }, { id: known.id }),
    );
    return;
  }
  ctx.work.write({
    sql: "delete from known_devices where user_id = ? and token_hash = ?",
    args: [userId, hashToken(token)],
  });
  ctx.work.write(
    insertStatement(knownDevices, {
      id: newId("device"),
      userId,
      tokenHash: hashToken(token),
      createdAt: now,
      lastUsedAt: now,
    }),
  );
  if (isExpected) return;
  const { userAgent, address } = ctx.request;
  await ctx.post(
    newDeviceMail({
      to: email,
      device: describeDevice(userAgent ?? "") || "An unknown device",
      address,
      at: now,
      link: ctx.services.links.sessions(),
    }),
  );
}

function findDevice(ctx: Context, userId: string) {
  const token = cookie.read(ctx);
  if (token === undefined) return undefined;
  return ctx.db.drizzle
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .where(
      and(
        eq(knownDevices.userId, userId),
        eq(knownDevices.tokenHash, sql`${hashToken(token)}`),
      ),
    )
    .get();
}
