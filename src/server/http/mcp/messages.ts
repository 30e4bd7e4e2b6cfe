import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";

const MAX_BATCH = 10;

/** The JSON-RPC messages of a request: one, or an array of them. */
export interface Messages {
  json: unknown;
  /** The number of messages, for the rate limits. */
  count: number;
}

/** Returns a ProtocolError if the text is not JSON, or a batch that is not allowed. */
export function parseMessages(text: string): Messages | ProtocolError {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const message = "The body is not JSON.";
    return new ProtocolError(ProtocolErrorCode.ParseError, message);
  }
  if (!Array.isArray(json)) return { json, count: 1 };
  if (json.length > MAX_BATCH)
    return invalid(`A batch has at most ${MAX_BATCH} messages.`);
  const ids = json.map((message) => fieldOf(message, "id"));
  const given = ids.filter((id) => id !== undefined);
  if (new Set(given).size < given.length)
    return invalid("Each request of a batch needs an id of its own.");
  return { json: withoutCancellations(json), count: json.length };
}

/** Returns the name of the tool that the first message calls. */
export function calledTool({ json }: Messages): string | undefined {
  const message: unknown = Array.isArray(json) ? json[0] : json;
  if (fieldOf(message, "method") !== "tools/call") return undefined;
  const name = fieldOf(fieldOf(message, "params"), "name");
  return typeof name === "string" ? name : undefined;
}

// A request that is cancelled by its own batch would never be answered, and the response would never end.
function withoutCancellations(batch: unknown[]): unknown[] {
  const kept = batch.filter(
    (message) => fieldOf(message, "method") !== "notifications/cancelled",
  );
  return kept.length > 0 ? kept : batch;
}

function fieldOf(message: unknown, name: string): unknown {
  return typeof message === "object" && message !== null
    ? Reflect.get(message, name)
    : undefined;
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidRequest, message);
}
