import type { Context } from "#server/rpc/context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Post } from "#server/kernel/mail/post";

/** A call outside any organization: it reads the whole database, collects what it writes, and may send mail. */
export type AccountCall = Context & { work: UnitOfWork; post: Post };
