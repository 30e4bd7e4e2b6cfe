import { and, eq, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { hashToken } from "#server/kernel/crypto";
import { defineRead } from "#server/kernel/db/prepared-read";
import {
  deleteStatement,
  insertStatement,
  updateStatement,
} from "#server/kernel/db/statement";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { User } from "#server/core/users/user";
import { newDeviceMail } from "./mail";
import type { AccountCall } from "../account-call";
import {
  addDeviceToken,
  deviceTokens,
  keepDeviceTokens,
} from "./device-cookie";
import { knownDevices } from "./table";

type Owner = Pick<User, "id" | "email">;

/**
 * Finds the id of this browser as a known device of the user. Wrong guesses from a known device are counted under this
 * id, apart from the guesses of strangers.
 * @returns undefined if the user has not signed in with this browser since the last change of the password
 */
export async function knownDeviceId(
  ctx: AccountCall,
  userId: string,
): Promise<string | undefined> {
  return (await readDevices(ctx, userId)).known?.id;
}

/**
 * Stores the browser of a sign-in as a known device. A new device causes a notice, unless it is the first device of the
 * user.
 * @param options `isExpected`: no notice, because the user just signed up or set a new password in this browser
 */
export async function rememberDevice(
  ctx: AccountCall,
  user: Owner,
  { isExpected = false }: { isExpected?: boolean } = {},
): Promise<void> {
  const { known, hasAny } = await readDevices(ctx, user.id);
  if (known && !isExpected) {
    keepDeviceTokens(ctx);
    const lastUsedAt = ctx.work.now;
    ctx.work.write(
      updateStatement(knownDevices, { lastUsedAt }, { id: known.id }),
    );
    return;
  }
  const notifies = !isExpected && hasAny;
  if (known) ctx.work.write(deleteStatement(knownDevices, { id: known.id }));
  addDevice(ctx, user.id, tokenOf(ctx, known));
  if (notifies) await notify(ctx, user);
}

interface Devices {
  /** This browser, if it is a known device of the user. */
  known: { id: string; tokenHash: string } | undefined;
  /** Whether the user has a known device: this browser or another one. */
  hasAny: boolean;
}

/** The devices that a mutation has read, by the id of the user. A retry of the mutation reads them again. */
const readByCall = new WeakMap<UnitOfWork, Map<string, Promise<Devices>>>();

/** Reads the devices of a user, once in a call. */
export function readDevices(
  ctx: AccountCall,
  userId: string,
): Promise<Devices> {
  let read = readByCall.get(ctx.work);
  if (!read) readByCall.set(ctx.work, (read = new Map()));
  let devices = read.get(userId);
  if (!devices) read.set(userId, (devices = findDevices(ctx, userId)));
  return devices;
}

async function findDevices(ctx: AccountCall, userId: string): Promise<Devices> {
  const [known, hasAny] = await together([
    findDevice(ctx, userId),
    hasDevices(ctx, userId),
  ]);
  return { known, hasAny };
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

async function notify(ctx: AccountCall, { email }: Owner): Promise<void> {
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

function findDevice(ctx: AccountCall, userId: string) {
  const tokens = deviceTokens(ctx);
  if (tokens.length === 0) return undefined;
  const hashes = JSON.stringify(tokens.map(hashToken));
  return deviceByToken.get(ctx.db, { userId, hashes });
}

const deviceByToken = defineRead<{ userId: string; hashes: string }>()(
  (drizzle, value) =>
    drizzle
      .select({ id: knownDevices.id, tokenHash: knownDevices.tokenHash })
      .from(knownDevices)
      .where(
        and(
          eq(knownDevices.userId, value("userId")),
          sql`${knownDevices.tokenHash} in (select value from json_each(${value("hashes")}))`,
        ),
      ),
);

function tokenOf(ctx: AccountCall, device: { tokenHash: string } | undefined) {
  return deviceTokens(ctx).find(
    (token) => hashToken(token) === device?.tokenHash,
  );
}

async function hasDevices(
  { db }: AccountCall,
  userId: string,
): Promise<boolean> {
  return (await anyDevice.get(db, { userId })) !== undefined;
}

const anyDevice = defineRead<{ userId: string }>()((drizzle, value) =>
  drizzle
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .where(eq(knownDevices.userId, value("userId")))
    .limit(1),
);
