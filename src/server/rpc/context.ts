import type { Logger } from "pino";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Background } from "#server/kernel/background";
import type { Providers } from "#server/core/users/identity-provider";
import type { Passwords } from "#server/core/users/passwords";
import type { Billing } from "#server/core/billing/billing";
import type { Sessions } from "#server/core/sessions/sessions";
import { clientAddress } from "#server/kernel/client-address";
import type { Config } from "#server/kernel/config/config";
import type { Sealers } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import type { Versions } from "#server/kernel/db/versions";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import type { WriteBudget } from "#server/kernel/rate-limits/write-budget";
import type { Live } from "#server/kernel/live/live";
import type { Links } from "#server/kernel/mail/links";
import type { DeadLetters } from "#server/kernel/outbox/dead-letters";

/** The services of the program; `main.ts` or a test builds them once. */
export interface Dependencies extends Services {
  db: Database;
}

/** What procedures may use besides the database. `ctx.db` is narrowed for each kind of procedure. */
export interface Services {
  config: Config;
  sessions: Sessions;
  passwords: Passwords;
  /** The identity providers for sign-in. */
  providers: Providers;
  billing: Billing;
  limits: Limits;
  writeBudget: WriteBudget;
  live: Live;
  log: Logger;
  sealers: Sealers;
  audit: AuditChain;
  /** A keyed hash of an email address, to recognize the address without storing it. */
  hashAddress: (address: string) => Promise<string>;
  versions: Versions;
  /** Wakes the outbox because an item may be due. */
  wakeOutbox: () => void;
  /** Outbox items that failed for good. */
  deadLetters: DeadLetters;
  inBackground: Background["run"];
  now: () => number;
  links: Links;
}

/** One HTTP request as the procedures see it. */
export interface RequestFacts {
  id: string;
  /** The address of the client, for the rate limits of anonymous calls. */
  address: string;
  userAgent: string | null;
  cookieHeader: string;
  bearer: string | undefined;
  idempotencyKey: string | null;
  /** `If-Match`: the `updatedAt` that the caller read before the change. */
  readAt: string | undefined;
  /** Method and path of a REST call; undefined for tRPC. */
  operation: string | undefined;
  isBatch: boolean;
}

/** What a procedure can send besides its result. */
export interface ResponseFacts {
  cookies: string[];
  headers: Record<string, string>;
}

/** Few keys on purpose: tRPC copies every key in every middleware. */
export interface Context {
  services: Services;
  db: Database;
  request: RequestFacts;
  response: ResponseFacts;
}

interface Origin {
  requestId: string;
  socketAddress: string;
  operation?: string;
  isBatch?: boolean;
}

export function createContext(
  deps: Dependencies,
  request: Request,
  origin: Origin,
): Context {
  const { headers } = request;
  const forwarded = headers.get("x-forwarded-for");
  const address = clientAddress(
    origin.socketAddress,
    forwarded,
    deps.config.trustedProxies,
  );
  return {
    services: deps,
    db: deps.db,
    request: {
      id: origin.requestId,
      address,
      userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
      cookieHeader: headers.get("cookie") ?? "",
      bearer: bearerOf(headers.get("authorization")),
      idempotencyKey: headers.get("idempotency-key"),
      readAt: momentOf(headers.get("if-match")),
      operation: origin.operation,
      isBatch: origin.isBatch ?? false,
    },
    response: { cookies: [], headers: {} },
  };
}

/** Reads the API key; other kinds of `Authorization` are ignored. */
export function bearerOf(header: string | null | undefined) {
  if (!header) return undefined;
  return /^Bearer\s+(\S+)\s*$/i.exec(header)?.[1];
}

function momentOf(etag: string | null): string | undefined {
  const value = etag?.replace(/^W\//, "").replace(/^"|"$/g, "");
  return value && value !== "*" ? value : undefined;
}
