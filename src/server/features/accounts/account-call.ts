import type { Context } from "#server/rpc/context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Post } from "#server/kernel/mail/post";

/** A call outside of organizations: it reads the whole database, collects its writes in a batch, and can send mail. */
export type AccountCall = Context & { work: UnitOfWork; post: Post };
