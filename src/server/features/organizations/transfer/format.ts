import { z } from "zod";

/** The version of the file's format. */
export const FORMAT = 1;

const value = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ base64: z.base64() }),
]);
const row = z.record(z.string(), value);
const place = { seq: z.int(), hash: z.string() };

/**
 * One line of an export. The file begins with `header` and ends with `end`. Rows have the names of the database's
 * columns, without the column of the organization. A row names a user by the email address of a `person`.
 */
export const lineSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("header"),
    product: z.literal("tenantry"),
    format: z.int(),
    /** The version of the program that wrote the file. */
    version: z.string(),
  }),
  z.object({ kind: z.literal("organization"), row }),
  /** A member. */
  z.object({ kind: z.literal("person"), email: z.string(), name: z.string() }),
  z.object({ kind: z.literal("row"), table: z.string(), row }),
  /** The last event that retention deleted from the audit log. */
  z.object({ kind: z.literal("checkpoint"), ...place }),
  /** An event of the audit log, exactly as it is stored. */
  z.object({ kind: z.literal("event"), row }),
  /** The last event of the audit log. */
  z.object({ kind: z.literal("head"), ...place }),
  z.object({
    kind: z.literal("end"),
    /** How many lines are before this one. */
    lines: z.int(),
    /** The SHA-256 of all lines before this one, in hexadecimal. */
    sha256: z.string(),
  }),
]);

export type Line = z.infer<typeof lineSchema>;
export type ExportedRow = z.infer<typeof row>;
export type ExportedValue = z.infer<typeof value>;

/** Counts lines and computes the hash over them. */
export class LineHash {
  #hasher = new Bun.CryptoHasher("sha256");
  lines = 0;

  add(line: string): void {
    this.#hasher.update(line);
    this.lines += 1;
  }

  end(): Extract<Line, { kind: "end" }> {
    const sha256 = this.#hasher.digest("hex");
    return { kind: "end", lines: this.lines, sha256 };
  }
}

export function textOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

export function encodeValue(raw: unknown): ExportedValue {
  if (raw instanceof ArrayBuffer || raw instanceof Uint8Array)
    return { base64: Buffer.from(new Uint8Array(raw)).toString("base64") };
  if (typeof raw === "bigint") return Number(raw);
  if (raw === null || typeof raw === "string" || typeof raw === "number")
    return raw;
  throw new TypeError(`An export cannot contain a value of ${typeof raw}.`);
}

export function decodeValue(exported: ExportedValue) {
  return exported !== null && typeof exported === "object"
    ? Buffer.from(exported.base64, "base64")
    : exported;
}
