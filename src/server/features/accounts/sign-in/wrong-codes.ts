import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { createPost } from "#server/kernel/mail/post";
import { wrongCodesMail } from "../two-factor/mail";
import type { AccountCall } from "../account-call";

/** A user mistypes a code once or twice; after that it may be another person who has the password. */
const NOTIFY_AT = 3;

/**
 * Tells the owner of the account at the third wrong code of a day. The code is refused, and with it all that its call
 * would write: so the mail is stored by itself.
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
