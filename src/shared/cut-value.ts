/** What the audit log keeps of a value that is too long to be stored whole. */
export interface CutValue {
  cut: true;
  /** Of the whole value as UTF-8, in hexadecimal: shows whether a given text was the value. */
  sha256: string;
  /** Of the whole value as UTF-8, in bytes. */
  length: number;
  /** The first characters. */
  beginning: string;
}

/** No column holds an object with these fields by itself. */
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
