import { z } from "zod";
import type { Answer } from "./actor";

const params = z.record(z.string(), z.unknown()).optional();
const fields = {
  code: z.string().regex(/^[A-Z_]+$/),
  reason: z.string().regex(/^[A-Z_]+$/),
  message: z.string().min(1),
  params,
  issues: z
    .array(
      z.strictObject({
        path: z.string(),
        rule: z.string().regex(/^[A-Z_]+$/),
        params,
        message: z.string().min(1),
      }),
    )
    .min(1)
    .optional(),
  missing: z.array(z.string()).min(1).optional(),
  changedBy: z
    .strictObject({ id: z.string(), name: z.string() })
    .nullable()
    .optional(),
  changedAt: z.iso.datetime().optional(),
  requestId: z.string().regex(/^req_/),
};
const restShape = z.strictObject(fields);
const trpcShape = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    code: z.number().int(),
    data: z.strictObject({ ...fields, httpStatus: z.number().int() }),
  }),
});

export type ProblemBody = z.infer<typeof restShape>;

/**
 * Returns the error body of a REST or tRPC answer; for a batch, the first one. Throws unless the body has exactly the
 * documented shape and the request id of the header.
 */
export function problemOf({ status, headers, text }: Answer): ProblemBody {
  if (status < 400) throw new Error(`${status} is no error: ${text}`);
  const body: unknown = JSON.parse(text);
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const problem = isTrpc(first) ? fromTrpc(first) : restShape.parse(first);
  const named = headers.get("x-request-id");
  if (named !== problem.requestId)
    throw new Error(`${problem.requestId} is not ${named}`);
  return problem;
}

function isTrpc(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body;
}

function fromTrpc(body: unknown): ProblemBody {
  const { httpStatus: _, ...problem } = trpcShape.parse(body).error.data;
  return problem;
}
