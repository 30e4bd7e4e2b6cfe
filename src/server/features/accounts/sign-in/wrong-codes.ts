import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { createPost } from "#server/kernel/mail/post";
import { wrongCodesMail } from "../two-factor/mail";
import type { AccountCall } from "../account-call";

// Mistyping once or twice is normal. After that, another person may have the password.
const NOTIFY_AT = 3;

/**
 * Notifies the owner at the third wrong code of a day. The call fails and its batch is not stored, so the mail gets a batch
 * of its own.
 */
export async function notifyOfWrongCodes(
  { db, services, request }: AccountCall,
  { email }: { email: string },
  wrong: number,
): Promise<void> {
  if (wrong !== NOTIFY_AT) return;
  const work = new UnitOfWork(services.now());
  const { userAgent, address } = request;
  const mail = wrongCodesMail({
    to: email,
    userAgent: userAgent ?? "",
    address,
    at: work.now,
    link: services.links.forgotPassword(),
  });
  await createPost(work, services)(mail, { kind: "notice" });
  await work.commit(db.client);
}
