import type { Context } from "../context";
import type { UnitOfWork } from "../db/unit-of-work";
import type { Post } from "../mail/post";

/** A call outside any organization: it reads the whole database, collects what it writes, and may send mail. */
export type AuthCall = Context & { work: UnitOfWork; post: Post };
