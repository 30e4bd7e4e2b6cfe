import { eq } from "drizzle-orm";
import { updateStatement } from "#server/kernel/db/statement";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";
import { users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { verifyPassword } from "./sign-in";
import { verifySecondFactor, type SecondFactorProof } from "./second-factor";

/** Exactly one of `password`, `code` and `passkey`. */
interface Proof extends SecondFactorProof {
  password?: string;
}

/** Checks a password or a second factor, and then allows sensitive actions in this session for ten minutes. */
export async function reauthenticate(
  ctx: AccountCall,
  { user, session }: SignedIn,
  { password, ...secondFactor }: Proof,
): Promise<void> {
  if (password === undefined) await verifySecondFactor(ctx, user, secondFactor);
  else await requirePassword(ctx, user, password);
  const authenticatedAt = ctx.work.now;
  ctx.work.write(
    updateStatement(sessions, { authenticatedAt }, { id: session.id }),
  );
}

async function requirePassword(
  ctx: AccountCall,
  user: SignedIn["user"],
  password: string,
): Promise<void> {
  const [device, row] = await together([
    knownDeviceId(ctx, user.id),
    ctx.db.drizzle
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, user.id))
      .get(),
  ]);
  const key = device ?? user.email;
  if (!(await verifyPassword(ctx, key, password, row?.passwordHash)))
    throw new DomainError("INVALID_CREDENTIALS", { proof: "password" });
}
