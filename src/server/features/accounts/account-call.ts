import type { Context } from "#server/rpc/context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Post } from "#server/kernel/mail/post";

/**
 * The context of a call that belongs to no organization. The call can read the whole database, collects its writes in
 * one batch, and can send mails.
 */
export type AccountCall = Context & { work: UnitOfWork; post: Post };
