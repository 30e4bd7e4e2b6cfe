import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { isId } from "#shared/id";
import type { Caller } from "#server/core/caller";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import {
  defineQuery,
  ORG_PLACEHOLDER,
  type TenantQuery,
} from "#server/kernel/db/tenant-reader";
import { invalidField } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { isOwner, projectFields, toProject, type ProjectRow } from "./schemas";
import { type ProjectStatus, projects } from "./table";

export const SORTS = ["created", "updated", "name", "owner"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = "asc" | "desc";

/** The value of the filter `owner` that selects projects without an owner. */
export const NO_OWNER = "none";

export interface ListProjects {
  limit: number;
  cursor?: string;
  status?: ProjectStatus;
  q?: string;
  owner?: string;
  favourite?: boolean;
  sort?: Sort;
  order?: Order;
}

/** The order in which a list begins if the caller names none. */
const FIRST_ORDER: Record<Sort, Order> = {
  created: "desc",
  updated: "desc",
  name: "asc",
  owner: "asc",
};

/**
 * The key of a project in the order of owners: the name of the owner, and the membership, because two owners can have
 * the same name.
 */
const ownerKey = sql<string>`coalesce((
  select p.sort_name || char(1) || m.id from memberships as m join people as p on p.org_id = m.org_id and p.id = m.id
  where m.org_id = projects.org_id and m.user_id = projects.owner_id), '')`;

/** The value by which a list is sorted; projects with the same value are in the order of their ids. */
const KEYS: Record<Sort, SQL<string | number>> = {
  created: sql`''`,
  updated: sql`${projects.updatedAt}`,
  name: sql`${projects.name} collate nocase`,
  owner: ownerKey,
};

type Params = {
  userId: string;
  key: string | number | null;
  id: string;
  limit: number;
  status: ProjectStatus | null;
  q: string | null;
  owner: string;
  ownerName: string;
  ownerId: string;
};
type Listed = ProjectRow & { key: string };
type ListQuery = TenantQuery<Params, Listed>;

/** The fixed part of a query: a condition that is always true would keep SQLite from using an index. */
interface Shape {
  sort: Sort;
  order: Order;
  owner: "any" | "none" | "one";
  isFavourite: boolean;
  isFirst: boolean;
}

const queries = new Map<string, ListQuery>();

function queryOf(shape: Shape): ListQuery {
  const name = JSON.stringify(shape);
  let query = queries.get(name);
  if (!query) queries.set(name, (query = defineList(shape)));
  return query;
}

function defineList({
  sort,
  order,
  owner,
  isFavourite,
  isFirst,
}: Shape): ListQuery {
  const key = KEYS[sort];
  const direction = order === "asc" ? asc : desc;
  const columns = sort === "created" ? [] : [direction(key)];
  const after = sql.raw(order === "asc" ? ">" : "<");
  return defineQuery<Params>()((db, value) => {
    const beyond =
      sort === "created"
        ? sql`${projects.id} ${after} ${value("id")}`
        : sql`(${key}, ${projects.id}) ${after} (${value("key")}, ${value("id")})`;
    const isListed = (project: SQL) =>
      and(
        isFavourite
          ? sql`${project}.id in (select f.project_id from project_favourites as f where f.user_id = ${value("userId")} and f.org_id = ${project}.org_id)`
          : undefined,
        sql`(${value("status")} is null or ${project}.status = ${value("status")})`,
        sql`(${value("q")} is null or instr(lower(${project}.name), lower(${value("q")})) > 0)`,
      );
    // The order by owners is that of an index on the people. SQLite finds it if it reads the tables in this order.
    const inOrderOfOwners = () => sql`${projects.id} in (
      select pr.id from people as p
      cross join memberships as m on m.org_id = p.org_id and m.id = p.id
      cross join projects as pr on pr.owner_id = m.user_id and pr.org_id = p.org_id
      where ${and(
        sql`p.org_id = ${sql.placeholder(ORG_PLACEHOLDER)}`,
        isFirst
          ? undefined
          : sql`(p.sort_name, p.id) ${after}= (${value("ownerName")}, ${value("ownerId")})
              and ((p.sort_name, p.id) ${after} (${value("ownerName")}, ${value("ownerId")}) or pr.id ${after} ${value("id")})`,
        isListed(sql.raw("pr")),
      )}
      order by p.sort_name ${sql.raw(order)}, p.id ${sql.raw(order)}, pr.id ${sql.raw(order)}
      limit ${value("limit")})`;
    return db
      .leftJoin(projects, users, isOwner, {
        ...projectFields(value("userId")),
        key: sql<string>`${key}`.mapWith(String),
      })
      .where(
        and(
          sort === "owner" ? inOrderOfOwners() : undefined,
          isFirst || sort === "owner" ? undefined : beyond,
          owner === "none" ? isNull(projects.ownerId) : undefined,
          owner === "one" ? eq(projects.ownerId, value("owner")) : undefined,
          sort === "owner" ? undefined : isListed(sql.raw("projects")),
        ),
      )
      .orderBy(...columns, direction(projects.id))
      .limit(value("limit"));
  });
}

export async function listProjects(
  db: TenantDb,
  caller: Caller,
  input: ListProjects,
) {
  const { limit, cursor, owner } = input;
  // The projects of one owner are in the order of their ids already.
  const sort =
    input.sort === "owner" && owner !== undefined
      ? "created"
      : (input.sort ?? "created");
  const order = input.order ?? FIRST_ORDER[input.sort ?? "created"];
  const place = cursor === undefined ? undefined : placeOf(sort, cursor);
  const read = (part: Partial<Shape>, from: Place | undefined, most: number) =>
    db.all(
      queryOf({
        sort,
        order,
        owner:
          owner === undefined ? "any" : owner === NO_OWNER ? "none" : "one",
        isFavourite: input.favourite === true,
        isFirst: from === undefined,
        ...part,
      }),
      paramsOf(caller, input, from, most),
    );
  const rows =
    sort === "owner"
      ? await readByOwner(read, order, place, limit + 1)
      : await read({}, place, limit + 1);
  return toPage(
    rows,
    limit,
    (row) => cursorOf(sort, row),
    (row) => toProject(row, caller),
  );
}

/** Projects without an owner follow those of the last owner, or come first in the reversed order. */
async function readByOwner(
  read: (
    part: Partial<Shape>,
    from: Place | undefined,
    most: number,
  ) => Promise<Listed[]>,
  order: Order,
  place: Place | undefined,
  most: number,
): Promise<Listed[]> {
  const owned = (from: Place | undefined, rest: number) => read({}, from, rest);
  const unowned = async (from: Place | undefined, rest: number) =>
    (await read({ sort: "created", owner: "none" }, from, rest)).map((row) => ({
      ...row,
      key: "",
    }));
  const parts = order === "asc" ? [owned, unowned] : [unowned, owned];
  const [first, second] = parts as [typeof owned, typeof owned];
  const isInSecond = place && (place.key === "") === (order === "asc");
  if (isInSecond) return second(place, most);
  const rows = await first(place, most);
  if (rows.length === most) return rows;
  return [...rows, ...(await second(undefined, most - rows.length))];
}

function paramsOf(
  caller: Caller,
  { status, q, owner }: ListProjects,
  from: Place | undefined,
  limit: number,
): Params {
  const { key = null, id = "" } = from ?? {};
  const [ownerName = "", ownerId = ""] = String(key ?? "").split("\u0001");
  return {
    userId: caller.id,
    key,
    id,
    limit,
    status: status ?? null,
    q: q || null,
    owner: owner ?? "",
    ownerName,
    ownerId,
  };
}

interface Place {
  key: string | number | null;
  id: string;
}

const place = z.tuple([z.union([z.string(), z.number()]), z.string()]);

/** In the order of creation, the cursor is the id itself. */
function cursorOf(sort: Sort, { key, id }: Listed): string {
  if (sort === "created") return id;
  const value = sort === "updated" ? Number(key) : key;
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function placeOf(sort: Sort, cursor: string): Place {
  if (sort === "created") {
    if (isId("project", cursor)) return { key: null, id: cursor };
    throw invalidField("cursor", "UNKNOWN_CURSOR");
  }
  const { data } = place.safeParse(parsed(cursor));
  const isNumber = typeof data?.[0] === "number";
  if (!data || isNumber !== (sort === "updated"))
    throw invalidField("cursor", "UNKNOWN_CURSOR");
  return { key: data[0], id: data[1] };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}
