import type { Logger } from "pino";
import { firstSupported, type Language } from "#shared/languages";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Background } from "#server/kernel/background";
import type { Providers } from "#server/core/users/identity-provider";
import type { Passwords } from "#server/core/users/passwords";
import type { Billing } from "#server/core/billing/billing";
import type { ApiKeys, KeyCall } from "#server/core/api-keys/api-keys";
import type { Activity } from "#server/core/memberships/activity";
import type { Meter } from "#server/core/api-usage/meter";
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

/** The services and the database of the program. The start of the server, a command or a test builds them once. */
export interface Dependencies extends Services {
  db: Database;
}

/** The services that procedures use besides the database; each kind of procedure gets its own `ctx.db`. */
export interface Services {
  config: Config;
  sessions: Sessions;
  apiKeys: ApiKeys;
  /** Whether a procedure can be called with an API key. */
  takesKeys: (path: string) => boolean;
  passwords: Passwords;
  /** The identity providers for sign-in. */
  providers: Providers;
  billing: Billing;
  limits: Limits;
  meter: Meter;
  activity: Activity;
  writeBudget: WriteBudget;
  live: Live;
  log: Logger;
  sealers: Sealers;
  audit: AuditChain;
  /** Returns a keyed hash of an email address, by which the address is recognized without being stored. */
  hashAddress: (address: string) => Promise<string>;
  versions: Versions;
  /** Makes the outbox look for due items now. */
  wakeOutbox: () => void;
  /** The outbox items that failed finally and are not tried again. */
  deadLetters: DeadLetters;
  inBackground: Background["run"];
  now: () => number;
  links: Links;
}

/** The parts of an HTTP request that procedures can read. */
export interface RequestFacts {
  id: string;
  /** The IP address of the client, for the rate limits of anonymous calls. */
  address: string;
  userAgent: string | null;
  /** The first supported language in the header `Accept-Language`. */
  language: Language | undefined;
  cookieHeader: string;
  bearer: string | undefined;
  idempotencyKey: string | null;
  /** The `updatedAt` from the header `If-Match`: the version of the resource that the caller wants to change. */
  readAt: string | undefined;
  /** The method and path of a REST call; undefined for a tRPC call. */
  operation: string | undefined;
  isBatch: boolean;
  /** The role from the header `X-View-As-Role`, as which the web app shows the organization. */
  viewAsRole: string | undefined;
  /** Whether an AI agent makes the call over MCP. */
  isAgent: boolean;
  /** The API key, if it was read before the call. `forMutation`: with the version of its organization. */
  keyRead?: { caller: KeyCall; forMutation: boolean };
}

/** The parts of an HTTP response, besides the result, that procedures can set. */
export interface ResponseFacts {
  cookies: string[];
  headers: Record<string, string>;
  /** The headers that state the rate limits. Errors carry them too. */
  limits: Record<string, string>;
}

/** The context of a procedure. It has few keys, because tRPC copies every key in every middleware. */
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
  isAgent?: boolean;
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
      language: languageOf(headers.get("accept-language")),
      cookieHeader: headers.get("cookie") ?? "",
      bearer: bearerOf(headers.get("authorization")),
      idempotencyKey: headers.get("idempotency-key"),
      readAt: momentOf(headers.get("if-match")),
      operation: origin.operation,
      isBatch: origin.isBatch ?? false,
      viewAsRole: headers.get("x-view-as-role") ?? undefined,
      isAgent: origin.isAgent ?? false,
    },
    response: { cookies: [], headers: {}, limits: {} },
  };
}

/** The order of the tags is used, not their weights: browsers list the preferred language first. */
function languageOf(header: string | null): Language | undefined {
  if (!header) return undefined;
  const tags = header.slice(0, 200).split(",");
  return firstSupported(tags.map((tag) => tag.replace(/;.*$/s, "").trim()));
}

/** Reads the API key from the header `Authorization`. Other authentication schemes are ignored. */
export function bearerOf(header: string | null | undefined) {
  if (!header) return undefined;
  return /^Bearer\s+(\S+)\s*$/i.exec(header)?.[1];
}

function momentOf(etag: string | null): string | undefined {
  const value = etag?.replace(/^W\//, "").replace(/^"|"$/g, "");
  return value && value !== "*" ? value : undefined;
}
