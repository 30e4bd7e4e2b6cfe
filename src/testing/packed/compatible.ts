/**
 * Compares the procedures of two versions of the client. `ChangesThatBreak` is `never` if programs that were written for
 * the last one compile with the present one: all procedures are there, they accept all former inputs, and their outputs
 * have all former fields. An output may have more fields, and its texts more values.
 */
export type ChangesThatBreak<LastIn, In, LastOut, Out> = {
  [Router in keyof LastIn & string]: Router extends keyof In &
    keyof Out &
    keyof LastOut
    ? {
        [Name in keyof LastIn[Router] & string]: Name extends keyof In[Router] &
          keyof Out[Router] &
          keyof LastOut[Router]
          ? Changed<
              `${Router}.${Name}`,
              [LastIn[Router][Name], In[Router][Name]],
              [LastOut[Router][Name], Out[Router][Name]]
            >
          : `${Router}.${Name} is gone`;
      }[keyof LastIn[Router] & string]
    : `${Router} is gone`;
}[keyof LastIn & string];

type Changed<
  Path extends string,
  Inputs extends [last: unknown, now: unknown],
  Outputs extends [last: unknown, now: unknown],
> = [Inputs[0]] extends [Inputs[1]]
  ? [Wide<Outputs[1]>] extends [Wide<Outputs[0]>]
    ? never
    : `${Path} gives another output`
  : `${Path} refuses a former input`;

type Wide<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Item)[]
        ? Wide<Item>[]
        : T extends object
          ? { [K in keyof T]: Wide<T[K]> }
          : T;
