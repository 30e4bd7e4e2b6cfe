import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";

const MAX_BATCH = 10;

/** The JSON-RPC messages of a request: one, or an array of them. */
export interface Messages {
  json: unknown;
  /** The number of messages, for the rate limits. */
  count: number;
}

/** @throws ProtocolError if the text is not JSON, or a batch that is not allowed */
export function parseMessages(text: string): Messages {
  const json = parse(text);
  if (!Array.isArray(json)) return { json, count: 1 };
  if (json.length > MAX_BATCH)
    throw invalid(`A batch has at most ${MAX_BATCH} messages.`);
  const ids = json.map((message) => fieldOf(message, "id"));
  const given = ids.filter((id) => id !== undefined);
  if (new Set(given).size < given.length)
    throw invalid("Each request of a batch needs an id of its own.");
  return { json: withoutCancellations(json), count: json.length };
}

// A request that is cancelled by its own batch would never be answered, and the response would never end.
function withoutCancellations(batch: unknown[]): unknown[] {
  const kept = batch.filter(
    (message) => fieldOf(message, "method") !== "notifications/cancelled",
  );
  return kept.length > 0 ? kept : batch;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = "The body is not JSON.";
    throw new ProtocolError(ProtocolErrorCode.ParseError, message);
  }
}

function fieldOf(message: unknown, name: string): unknown {
  return typeof message === "object" && message !== null
    ? Reflect.get(message, name)
    : undefined;
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidRequest, message);
}
