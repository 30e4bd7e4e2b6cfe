/** A shortened value in the audit log, stored instead of a long value. */
export interface CutValue {
  cut: true;
  /** The SHA-256 hash of the whole value as UTF-8, in hexadecimal, to check whether a text is the original value. */
  sha256: string;
  /** The length of the whole value in bytes, as UTF-8. */
  length: number;
  /** The first characters of the value. */
  beginning: string;
}

/** Whether a value in the audit log was shortened. No column stores an object with these fields itself. */
export function isCutValue(value: unknown): value is CutValue {
  if (typeof value !== "object" || value === null) return false;
  const { cut, sha256, length, beginning } = value as Partial<CutValue>;
  return (
    cut === true &&
    typeof sha256 === "string" &&
    typeof length === "number" &&
    typeof beginning === "string"
  );
}
