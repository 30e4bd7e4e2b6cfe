import type { Authenticated } from "#server/core/caller";
import type { Reservation } from "#server/core/api-usage/meter";
import type { Context } from "./context";
import type { Database } from "#server/kernel/db/client";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import {
  type IdempotentRequest,
  storedResponse,
} from "#server/kernel/idempotency/replay";
import type { Writer } from "#server/kernel/rate-limits/write-budget";
import type { ProcedureMeta } from "./meta";

/** The options of a tRPC middleware that this program uses. */
export interface ProcedureOptions {
  ctx: Context;
  path: string;
  type: "query" | "mutation" | "subscription";
  meta: ProcedureMeta | undefined;
  getRawInput: () => Promise<unknown>;
}

/** One call of a procedure. An HTTP batch contains several calls. */
export class ProcedureCall {
  readonly #db: Database;
  readonly #services: Context["services"];
  /** The collected writes of this call. Procedures of an organization reach them only through `TenantDb`. */
  #work: UnitOfWork;
  caller?: Authenticated;
  idempotent?: IdempotentRequest;
  /** The place of a call with an API key below the limit of its organization. */
  reservation?: Reservation;
  /** Whether the call gets the stored response of an earlier request. */
  isReplay = false;
  /** The user whose write budget pays for the writes of this call. */
  writer?: Writer;

  constructor(
    readonly path: string,
    { db, services }: Pick<Context, "db" | "services">,
  ) {
    this.#db = db;
    this.#services = services;
    this.#work = new UnitOfWork(services.now(), services.versions);
  }

  static workOf(call: ProcedureCall): UnitOfWork {
    return call.#work;
  }

  /** Drops the collected writes before the procedure runs again. */
  restart(): void {
    this.#work = this.#work.nextAttempt(this.#services.now());
    this.idempotent = undefined;
  }

  storedResponse(request: IdempotentRequest) {
    const { sealers, now } = this.#services;
    return storedResponse(this.#db, sealers.responses, request, now());
  }
}
