import type { KeyCall } from "#server/core/api-keys/api-keys";
import type { Context, Dependencies } from "#server/rpc/context";
import type { RequestState } from "../middleware/request-state";
import type { Tools } from "./tools";

/** An HTTP request to the MCP endpoint. It has one message, or a batch of messages. */
export interface Exchange {
  deps: Dependencies;
  state: RequestState["Variables"]["state"];
  /** The context of the request. Each call of a tool gets a copy, and leaves the headers of the rate limits here. */
  ctx: Context;
  caller: KeyCall;
  /** The tools that the client chose, whether or not the API key can use them. */
  tools: Tools;
  /** The number of procedure calls so far. The rate limits have counted them. */
  calls: number;
}
