import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "./context";
import type { Database } from "#server/kernel/db/client";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import {
  type IdempotentRequest,
  storedAnswer,
} from "#server/kernel/idempotency/replay";
import type { Writer } from "#server/kernel/rate-limits/write-budget";
import type { ProcedureMeta } from "./meta";

/** What tRPC hands to a middleware, as far as this program looks at it. */
export interface Options {
  ctx: Context;
  path: string;
  type: "query" | "mutation" | "subscription";
  meta: ProcedureMeta | undefined;
  getRawInput: () => Promise<unknown>;
}

/** One procedure call; a batch over HTTP has several. */
export class Call {
  readonly #db: Database;
  readonly #services: Context["services"];
  /** What this call writes. Procedures of an organization reach it only through their `TenantDb`. */
  #work: UnitOfWork;
  signedIn?: SignedIn;
  idempotent?: IdempotentRequest;
  /** Whose write budget what is stored counts against. */
  writer?: Writer;

  constructor(
    readonly path: string,
    { db, services }: Pick<Context, "db" | "services">,
  ) {
    this.#db = db;
    this.#services = services;
    this.#work = new UnitOfWork(services.now(), services.versions);
  }

  static workOf(call: Call): UnitOfWork {
    return call.#work;
  }

  /** Forgets what was collected, to run the procedure again on what is true now. */
  restart(): void {
    this.#work = this.#work.nextAttempt(this.#services.now());
    this.idempotent = undefined;
  }

  storedAnswer(request: IdempotentRequest) {
    const { sealers, now } = this.#services;
    return storedAnswer(this.#db, sealers.answers, request, now());
  }
}
