import { newId } from "#shared/id";
import {
  deleteStatement,
  insertStatement,
  updateStatement,
} from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
import { users } from "#server/core/users/table";
import { toUser, type UserOutput } from "../user";
import { encodeImage } from "#server/kernel/images/encode";
import { avatars } from "./table";

/** @param base64 a PNG, JPEG or WebP */
export async function setAvatar(
  { work }: Pick<AccountCall, "work">,
  user: SignedIn["user"],
  base64: string,
): Promise<UserOutput> {
  const image = await encodeImage(Buffer.from(base64, "base64"));
  const id = newId("avatar");
  const avatarUrl = `/api/avatars/${id}`;
  work.write(deleteStatement(avatars, { userId: user.id }));
  work.write(
    insertStatement(avatars, {
      id,
      userId: user.id,
      image,
      size: image.length,
      createdAt: work.now,
    }),
    () => new DomainError("SIGNED_OUT"),
  );
  work.write(updateStatement(users, { avatarUrl }, { id: user.id }));
  return toUser({ ...user, avatarUrl });
}

export function removeAvatar(
  { work }: Pick<AccountCall, "work">,
  user: SignedIn["user"],
): void {
  work.write(deleteStatement(avatars, { userId: user.id }));
  work.write(updateStatement(users, { avatarUrl: null }, { id: user.id }));
}
