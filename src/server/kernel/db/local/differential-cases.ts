import type { InStatement, TransactionMode } from "@libsql/client";

/** One call of a database client, or several calls that start in one turn of the event loop. */
export type Step =
  | InStatement
  | { batch: InStatement[]; mode?: TransactionMode }
  | { migrate: InStatement[] }
  | { script: string }
  | { together: Step[] };

const table = `create table if not exists things (
  id integer primary key, name text not null unique, size real, picture blob, parent integer references things (id),
  check (size >= 0)
) strict`;

const guard = `
  create view if not exists guard(ok) as select 1;
  create trigger if not exists guard_holds instead of insert on guard
    when not coalesce(new.ok, 0) begin select raise(abort, 'guard'); end`;

const insert = (...args: (string | number | null | Uint8Array)[]) => ({
  sql: "insert into things (id, name, size, picture) values (?, ?, ?, ?)",
  args,
});
const all = "select * from things order by id";

const batchOf = (...names: string[]): Step => ({
  batch: names.map((name) => insert(null, name, 1, null)),
});

/**
 * Scripts that run on the local client and on `@libsql/client`, to compare the results. Each script runs twice on the
 * same client.
 */
export const cases: Record<string, Step[]> = {
  "a query that says that it returns one row": [
    "select /* one row */ 1 as a, null as b, 'ü€😀' as c, x'0102' as d",
    "select /* one row */ (select 9007199254740992)",
    { sql: "select /* one row */ ?1 + 1 as next", args: [1] },
    { sql: "select /* one row */ ?1 + 1 as next", args: [2] },
    { batch: ["select /* one row */ count(*) as count from sqlite_master"] },
    "select /* one row */ none from nowhere",
  ],
  "values of every type": [
    {
      sql: "select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f, ? as g",
      args: [null, "x", 1, 1.5, true, new Date(1e12), new Uint8Array([1, 2])],
    },
    {
      sql: "select hex(?), hex(?)",
      args: [new ArrayBuffer(2), Buffer.from("é")],
    },
    { sql: "select ?, ?", args: [2n ** 53n - 1n, -(2n ** 53n) + 1n] },
    "select x'' as empty, '' as nothing, 1e300, -1.5, 9007199254740991",
    {
      sql: "select cast(? as text), cast(? as text)",
      args: [2n ** 63n - 1n, -(2n ** 63n)],
    },
    { sql: "select ?, 'a' || ?, ?", args: ["ü€😀", "\ud800", "a\0b"] },
  ],
  "arguments that are refused": [
    { sql: "select ?", args: [NaN] },
    { sql: "select ?", args: [Infinity] },
    { sql: "select ?", args: [2n ** 63n] },
    { sql: "select ?", args: [-(2n ** 63n) - 1n] },
    { sql: "select ?", args: JSON.parse("[{}]") },
    { sql: "select ?", args: JSON.parse("[[1]]") },
    { sql: "select ?", args: [undefined as never] },
    { batch: ["select 1", { sql: "select ?", args: [NaN] }] },
  ],
  "integers that are no safe numbers": [
    "select 9007199254740992",
    "select -9007199254740992 as a",
    { batch: ["select 1", "select 9223372036854775807"] },
  ],
  "named arguments": [
    { sql: "select :a, @b, $c", args: { a: 1, "@b": "two", $c: null } },
    { sql: "select :a, :b", args: { b: "only b" } },
    { sql: "select :a, :a, ?2", args: { a: "x", "2": "y" } },
    { sql: "select :a, :b", args: ["by", "place"] },
    { sql: "select '?', :a /* ? */", args: { a: 1 } },
  ],
  "too few and too many arguments": [
    { sql: "select ?, ?", args: ["a"] },
    { sql: "select ?", args: ["a", "b"] },
    { sql: "select ?, ?", args: ["a", "b", "c"] },
  ],
  "columns with unusual names": [
    'select 1 as a, 2 as a, 3 as b, 4 as "length", 5 as "constructor", 6 as "toString"',
    "select 1, 2, 3",
    "select 'a' as \"1\", 'b' as \"0\", 'c' as \"9\", 'd' as \"__proto__\", 'e' as \"\"",
    'select 1 as "2", 2 as "x", 3 as "y"',
    "select count(*), max(1, 2) from sqlite_master",
  ],
  "declared types": [
    "create table if not exists typed (a INTEGER, b VARCHAR(10), c, d DATETIME)",
    "insert into typed values (1, 'x', 2.5, '2020')",
    "select a, b, c, d, a + 1, b as other from typed limit 1",
  ],
  "text that is not one statement": [
    "",
    "  ",
    "-- nothing",
    "select 1; select 2",
    "selec 1",
    "select * from nowhere",
    "/* first */ select 1 as a",
    " \n\tSELECT 1 as a;",
    "values (1, 'a'), (2, 'b')",
    "with a(x) as (select 7) select x from a",
    "explain query plan select 1",
  ],
  "writes, their counts and row ids": [
    table,
    insert(null, "one", 1, null),
    insert(null, "two", 2.5, new Uint8Array([255])),
    insert(4000, "three", null, null),
    "update things set size = 3 where id < 3",
    "update things set size = 3 where id = 77",
    {
      sql: "select * from things where id in (?, ?) order by id limit ?",
      args: [1, 2, 10],
    },
    "insert into things (name) values ('four') returning id, name as called, *",
    "update things set size = size + 1 returning id, size",
    "insert or ignore into things (name) values ('four')",
    "replace into things (id, name) values (4000, 'four')",
    all,
    "delete from things returning id",
    "delete from things",
    all,
  ],
  constraints: [
    table,
    "delete from things",
    insert(1, "one", 1, null),
    insert(1, "two", 1, null),
    insert(2, "one", 1, null),
    insert(2, null, 1, null),
    insert(2, "two", -1, null),
    insert(2, "two", "wide", null),
    "insert into things (id, name, parent) values (3, 'x', 99)",
    "insert into things (id, name) values ('x', 'x')",
    insert(2, "two", 1, null),
    "update things set name = 'one' where id = 2",
    "insert into things (id, name) values (1, 'y') returning id",
    all,
  ],
  "a batch that fails in the middle": [
    table,
    "delete from things",
    {
      batch: [
        insert(1, "one", 1, null),
        insert(1, "two", 1, null),
        insert(3, "three", 1, null),
      ],
    },
    all,
    { batch: [insert(1, "one", 1, null), "insert into nowhere values (1)"] },
    {
      batch: [insert(1, "one", 1, null), "rollback", insert(2, "two", 1, null)],
    },
    {
      batch: [
        insert(1, "one", 1, null),
        "insert or rollback into things (id, name) values (1, 'z')",
        "select 1",
      ],
    },
    all,
    {
      batch: [insert(1, "one", 1, null), all, insert(2, "two", 1, null)],
      mode: "deferred",
    },
    { batch: [all, "select 1"], mode: "read" },
    { batch: [] },
    { batch: ["select 1"], mode: "never" as TransactionMode },
    "delete from things",
  ],
  "a foreign key that is checked at commit": [
    `create table if not exists deferred_keys (
      id integer primary key, other integer references deferred_keys (id) deferrable initially deferred)`,
    { batch: ["insert into deferred_keys values (1, 2)", "select 1"] },
    {
      batch: [
        "insert into deferred_keys values (1, 2)",
        "insert into deferred_keys values (2, 1)",
      ],
    },
    "select count(*) as n from deferred_keys",
    { batch: ["pragma defer_foreign_keys = on", "delete from deferred_keys"] },
  ],
  "guards by a view and its trigger": [
    { script: guard },
    table,
    {
      batch: [
        insert(1, "one", 1, null),
        "insert into guard select changes() > 0",
      ],
    },
    {
      batch: [
        "update things set size = 2 where id = 77",
        "insert into guard select changes() > 0",
      ],
    },
    "insert into guard values (0)",
    "insert into guard values (1)",
    {
      batch: [
        "delete from things",
        "insert into guard select changes() > 0",
        "insert into guard select null",
      ],
    },
    all,
    "delete from things",
  ],
  "a schema that changes between two runs": [
    "create table changing (a text, b integer)",
    "insert into changing values ('x', 1)",
    "select * from changing",
    "alter table changing add column c text default 'new'",
    "select * from changing",
    "alter table changing rename column a to renamed",
    "select * from changing",
    "select renamed, b from changing",
    "insert into changing values ('y', 2, 'z') returning *",
    {
      batch: [
        "alter table changing drop column c",
        "select * from changing",
        "select nothing",
      ],
    },
    "select * from changing",
    { batch: ["create table other (b blob)", "select * from changing"] },
    "drop table other",
    "drop table changing",
    "select * from changing",
    {
      migrate: [
        "create table changing (b text)",
        "insert into changing values ('again')",
      ],
    },
    "select renamed, b from changing",
    "select b from changing",
    "drop table changing",
    {
      script: "create table changing (b real); insert into changing values (1)",
    },
    "select b from changing",
    "drop table changing",
  ],
  "statements on the connection": [
    "pragma foreign_keys",
    "pragma user_version = 7",
    "pragma user_version",
    "pragma table_info(sqlite_master)",
    "begin",
    "commit",
    "savepoint a",
    "vacuum",
    "analyze",
    "attach ':memory:' as side",
    "create table side.apart (a text)",
    "select * from apart",
    "detach side",
    "select * from apart",
    { script: "begin; create table if not exists left_open (a)" },
    "select * from left_open",
    { script: "select 1; nonsense" },
    {
      migrate: [
        table,
        "insert into things (name, parent) values ('orphan', 99)",
      ],
    },
    { migrate: ["delete from things", "nonsense"] },
    "pragma foreign_keys",
    { migrate: ["delete from things"] },
  ],
  "triggers, conflicts and recursion": [
    "create table if not exists counted (a integer)",
    "create table if not exists counts (n integer)",
    `create trigger if not exists counting after insert on counted
       begin insert into counts values (new.a); update counts set n = n + 1; end`,
    "insert into counted values (1), (2), (3)",
    "select n from counts order by n",
    {
      sql: "select a from counted where a > ? and a + ? > 2 order by a limit ? offset ?",
      args: [0, 1, 1, 1],
    },
    "insert into counted select a from counted where false",
    "delete from counts",
    "delete from counted",
  ],
  "batches that start together": [
    { script: guard },
    table,
    {
      together: [
        batchOf("one", "two"),
        batchOf("three", "one"),
        batchOf("four"),
        { batch: [insert(null, "five", 1, null), all] },
        {
          batch: [
            "update things set size = 7 where name = 'nobody'",
            "insert into guard select changes() > 0",
          ],
        },
        {
          batch: [
            insert(null, "six", 1, null),
            "insert into nowhere values (1)",
          ],
        },
        { batch: ["select ?", { sql: "select ?", args: [NaN] }] },
        { batch: [] },
        {
          batch: ["insert into things (name) values ('seven') returning name"],
        },
      ],
    },
    all,
    {
      together: [
        ...Array.from({ length: 70 }, (_, n) => batchOf(`many ${n % 60}`)),
        "update things set size = 8",
      ],
    },
    "select count(*), min(size), max(id) from things",
    { together: [batchOf("alone"), batchOf("alone")] },
    "delete from things",
  ],
  "batches that start together with other calls": [
    "create table if not exists side (a integer)",
    table,
    {
      together: [
        batchOf("first"),
        "update things set size = 2",
        batchOf("second"),
        { batch: ["select 1", "select count(*) from things"], mode: "read" },
        { batch: [all], mode: "deferred" },
        { batch: ["alter table side add column b", "select * from side"] },
        { batch: ["insert into side values (1, 2)"] },
        { batch: ["drop table side", "select * from side"] },
        { batch: ["insert into side values (3, 4)"] },
        { migrate: ["alter table side rename column b to c"] },
        { batch: ["update side set c = 5 returning *"] },
        { script: "delete from things where name = 'first'" },
        batchOf("third"),
        "with named as (select 'third' as name) delete from things where name in named",
        batchOf("fourth"),
        "begin",
        batchOf("fifth"),
      ],
    },
    all,
    "drop table side",
    "delete from things",
  ],
  "a batch that ends the transaction which it shares": [
    table,
    `create trigger if not exists ending after insert on things when new.name = 'end'
       begin select raise(rollback, 'ended'); end`,
    insert(1, "there", 1, null),
    {
      together: [
        batchOf("before"),
        batchOf("x", "end", "y"),
        batchOf("between", "before"),
        batchOf("after"),
      ],
    },
    all,
    {
      together: [
        batchOf("before the rollback"),
        {
          batch: [
            insert(null, "x", 1, null),
            "insert or rollback into things (id, name) values (1, 'y')",
            "select 1",
          ],
        },
        batchOf("after the rollback"),
      ],
    },
    all,
    {
      together: [
        batchOf("before the end"),
        { batch: [insert(null, "x", 1, null), "commit", all] },
        batchOf("after the end"),
        { batch: [insert(null, "y", 1, null), "savepoint batch", all] },
        { batch: [insert(null, "z", 1, null), "rollback", all] },
      ],
    },
    all,
    "drop trigger ending",
    "delete from things",
  ],
  "a batch that makes the commit of a shared transaction fail": [
    `create table if not exists late_keys (
      id integer primary key, other integer references late_keys (id) deferrable initially deferred)`,
    {
      together: [
        { batch: ["insert into late_keys values (1, 1)"] },
        { batch: ["insert into late_keys values (2, 77)", "select 1"] },
        { batch: ["insert into late_keys values (3, 1)"] },
        { batch: ["insert into late_keys values (3, 1)"] },
      ],
    },
    "select * from late_keys order by id",
    "delete from late_keys",
  ],
  "batches that start together on a full disk": [
    "create table if not exists large (a blob)",
    "pragma max_page_count = 40",
    {
      together: [
        { batch: ["insert into large values (zeroblob(4000))"] },
        {
          batch: [
            "insert into large values (zeroblob(4000))",
            "insert into large values (zeroblob(200000))",
          ],
        },
        { batch: ["insert into large values (zeroblob(5000))"] },
        { batch: ["update large set a = zeroblob(300000)"] },
        { batch: ["insert into large values (zeroblob(6000))"] },
      ],
    },
    "select length(a) from large order by rowid",
    "pragma max_page_count = 1073741823",
    "delete from large",
  ],
};
