/** The part of a long value that the audit log keeps. */
export interface CutValue {
  cut: true;
  /** Of the whole value as UTF-8, in hexadecimal. It proves whether a given text was the value. */
  sha256: string;
  /** Bytes of the whole value as UTF-8. */
  length: number;
  /** The first characters. */
  beginning: string;
}

/** Recognizes a cut value by its fields, which no column stores itself. */
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
