import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { createPost } from "#server/kernel/mail/post";
import { wrongCodesMail } from "../two-factor/mail";
import type { AccountCall } from "../account-call";

// A user may mistype a code once or twice. A third wrong code may mean that another person knows the password.
const NOTIFY_AT = 3;

/**
 * Notifies the owner of the account of the third wrong code in a day. The mail is stored in a batch of its own, because
 * the batch of a failed call is not stored.
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
  await createPost(work, services, request.language)(mail, { kind: "notice" });
  await work.commit(db.client);
}
