/** A text, or a function that makes the text from parameters. */
export type Sentence = string | ((params: never) => string);

/** The arguments of a sentence: no parameters, optional parameters or required parameters. */
export type ParamsOf<S> = S extends (...params: infer P) => string
  ? P
  : [params?: undefined];

/** A table of sentences in another language. If an entry is missing, the code does not compile. */
export type Translated<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (
    ...params: infer P
  ) => string
    ? string | ((...params: P) => string)
    : string;
};

/** The parameters of a sentence after they were sent as JSON. Only the type of the table knows their types. */
export type WireParams = Readonly<Record<string, unknown>>;

/**
 * Makes the text of a sentence. The parameters are not checked here, because the compiler has checked them where the
 * error was made.
 */
export function textOf(sentence: Sentence, params: WireParams = {}): string {
  return typeof sentence === "string" ? sentence : sentence(params as never);
}

/** Writes a number with its noun: `count(1, "seat")` → `"1 seat"`, `count(5000, "seat")` → `"5,000 seats"` */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
