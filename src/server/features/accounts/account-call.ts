import type { Context } from "#server/rpc/context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Post } from "#server/kernel/mail/post";

/** A call outside of organizations. It can read all data, collects its writes in one batch, and can send mails. */
export type AccountCall = Context & { work: UnitOfWork; post: Post };
