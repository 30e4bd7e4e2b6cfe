import type { Signer } from "#server/kernel/crypto";
import { DomainError } from "#server/kernel/errors";
import { z } from "zod";
import type { BillingEvent } from "#server/core/billing/provider";
import type { Told } from "./store";

export const SIGNATURE_HEADER = "fake-signature";
/** How old a message may be. */
const TOLERANCE_MS = 300_000;

const eventShape = z.object({
  id: z.string().min(1),
  type: z.string(),
  customerId: z.string().nullable(),
});

/** The message that tells an event: the bytes, and the header that proves them. */
export function write(
  signer: Signer,
  { id, type, customerId }: Told,
  now: number,
): { body: Uint8Array; headers: Headers } {
  const text = JSON.stringify({ id, type, customerId });
  const signature = signer.sign(`${now}.${text}`);
  const headers = new Headers({
    [SIGNATURE_HEADER]: `t=${now},v1=${signature}`,
  });
  return { body: new TextEncoder().encode(text), headers };
}

/** @throws DomainError SIGNATURE_INVALID */
export function read(
  signer: Signer,
  body: Uint8Array,
  headers: Headers,
  now: number,
): BillingEvent {
  const [, at = "", signature = ""] =
    /^t=(\d{1,15}),v1=(\S+)$/.exec(headers.get(SIGNATURE_HEADER) ?? "") ?? [];
  const text = new TextDecoder().decode(body);
  const isTimely = Math.abs(now - Number(at)) <= TOLERANCE_MS;
  if (!isTimely || !signer.isSigned(`${at}.${text}`, signature))
    throw new DomainError("SIGNATURE_INVALID");
  return eventShape.parse(JSON.parse(text));
}
