import { expect, test } from "bun:test";
import Database from "libsql";
import { StatementCache } from "./statement-cache";

function cacheOf(capacity: number) {
  const cache = new StatementCache(new Database(":memory:"), capacity);
  return (sql: string, isNamed = false) => cache.find(sql, isNamed);
}

test("a full cache drops the least recently used statement", () => {
  const find = cacheOf(2);
  const first = find("select 1");
  const second = find("select 2");
  expect(find("select 1")).toBe(first);
  find("select 3");
  expect(find("select 1")).toBe(first);
  expect(find("select 2")).not.toBe(second);
});

test("named and positional arguments have separate statements", () => {
  const find = cacheOf(10);
  expect(find("select :a", true)).not.toBe(find("select :a"));
});

test("long statements, and statements that are not about rows, are not kept", () => {
  const find = cacheOf(10);
  const long = `select '${"x".repeat(8_000)}'`;
  for (const sql of [
    "pragma user_version",
    "begin",
    "create table a (b)",
    long,
  ])
    expect(find(sql)).not.toBe(find(sql));
});
