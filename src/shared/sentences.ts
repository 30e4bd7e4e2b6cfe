/** A text, or a function that makes it from parameters. */
export type Sentence = string | ((params: never) => string);

/** The arguments of a sentence: none, optional or required parameters. */
export type ParamsOf<S> = S extends (...params: infer P) => string
  ? P
  : [params?: undefined];

/** The same table in another language. A missing entry does not compile. */
export type Translated<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (
    ...params: infer P
  ) => string
    ? string | ((...params: P) => string)
    : string;
};

/** Parameters as JSON carries them: only the type of the table says what they are. */
export type WireParams = Readonly<Record<string, unknown>>;

/** Applies a sentence to parameters that were checked where they were made. */
export function textOf(sentence: Sentence, params: WireParams = {}): string {
  return typeof sentence === "string" ? sentence : sentence(params as never);
}

/** `count(1, "seat")` → `"1 seat"`, `count(5000, "seat")` → `"5,000 seats"` */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
