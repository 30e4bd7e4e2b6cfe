import type { Changes, TrackedTable } from "./local/change-tracker";

/** Rows on which a cached value depends: those in which the column has one of the values that `valuesIn` returns. */
export interface Source<V> extends TrackedTable {
  /** Returns null for a row that does not exist yet. The value is then not cached, because that row may be added. */
  valuesIn: (value: V) => readonly (string | null)[];
}

/** A query whose results are cached. */
export interface CachedQuery<V> {
  /** Returns the value for a key, from the cache or by `read`. The value must not be changed. */
  get(
    key: string,
    read: () => Promise<V | undefined>,
  ): V | Promise<V | undefined>;
}

/** Reads what has changed in the tracked tables since the last call. */
export type ReadChanges = (tables: readonly TrackedTable[]) => Changes;

/** Returns the rows on which a value depends, in the form of `Changes.rows`; undefined if one does not exist yet. */
type RowsOf<V> = (value: V) => readonly string[] | undefined;

interface Entry {
  value: object;
  rows: readonly string[];
  /** The number of the last change before the value was read. */
  readAfter: number;
  size: number;
}

const MAX_SIZE = 10_000;

/**
 * Caches values that were read from a local database file. A value is used only while no row on which it depends has
 * changed, in this process or in another one, so it is always equal to what a read would return. There is no time
 * after which a value expires: the caller must compare times in the value with the clock at every use.
 */
export class RowCache {
  readonly #readChanges: ReadChanges;
  readonly #tables: TrackedTable[] = [];
  readonly #entries = new Map<string, Entry>();
  /** The number of the last change of each row. */
  readonly #changed = new Map<string, number>();
  readonly #maxSize: number;
  #queries = 0;
  #size = 0;
  /** How many changes were read. */
  #changes = 0;
  /** The number of the last change after which nothing that was read before could be used. */
  #forgotten = 0;

  /** @param maxSize how many rows the cached values contain at most */
  constructor(readChanges: ReadChanges, maxSize = MAX_SIZE) {
    this.#readChanges = readChanges;
    this.#maxSize = maxSize;
  }

  /**
   * Defines a query whose results are cached.
   * @param sources all rows on which a result depends
   */
  define<V extends object>(sources: readonly Source<V>[]): CachedQuery<V> {
    const tables = sources.map(
      ({ valuesIn, ...table }) => [this.#indexOf(table), valuesIn] as const,
    );
    const number = ++this.#queries;
    const rowsOf = (value: V) => {
      const rows: string[] = [];
      for (const [index, valuesIn] of tables)
        for (const id of valuesIn(value)) {
          if (id === null) return undefined;
          rows.push(`${index}:${id}`);
        }
      return rows;
    };
    return {
      get: (key, read) => this.#get(`${number}:${key}`, read, rowsOf),
    };
  }

  #indexOf(table: TrackedTable): number {
    const text = JSON.stringify(table);
    const known = this.#tables.findIndex((one) => JSON.stringify(one) === text);
    return known < 0 ? this.#tables.push(table) - 1 : known;
  }

  #get<V extends object>(
    key: string,
    read: () => Promise<V | undefined>,
    rowsOf: RowsOf<V>,
  ): V | Promise<V | undefined> {
    if (!this.#update()) return read();
    const entry = this.#entries.get(key);
    if (!entry || !this.#isCurrent(entry)) return this.#read(key, read, rowsOf);
    // The least recently used entry is the first one.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    // Only values of this query have a key with its number.
    return entry.value as V;
  }

  /** Reads what has changed. Returns false if the database cannot tell. */
  #update(): boolean {
    try {
      const { any, rows } = this.#readChanges(this.#tables);
      if (any || this.#changed.size + rows.length > this.#maxSize)
        this.#forgetAll();
      for (const row of rows) this.#changed.set(row, ++this.#changes);
      return true;
    } catch {
      this.#forgetAll();
      return false;
    }
  }

  #isCurrent({ rows, readAfter }: Entry): boolean {
    for (const row of rows)
      if ((this.#changed.get(row) ?? 0) > readAfter) return false;
    return true;
  }

  /** The value is stored with the number of the last change before the read, because rows can change during the read. */
  async #read<V extends object>(
    key: string,
    read: () => Promise<V | undefined>,
    rowsOf: RowsOf<V>,
  ): Promise<V | undefined> {
    const readAfter = this.#changes;
    const value = await read();
    this.#remove(key);
    const rows = value && rowsOf(value);
    if (!rows || readAfter < this.#forgotten) return value;
    const size = Array.isArray(value) ? value.length + 1 : 1;
    this.#keep(key, { value: Object.freeze(value), rows, readAfter, size });
    return value;
  }

  #keep(key: string, entry: Entry): void {
    if (entry.size > this.#maxSize / 10) return;
    this.#entries.set(key, entry);
    this.#size += entry.size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#maxSize) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  /** A read that has begun before this call is not cached afterwards. */
  #forgetAll(): void {
    this.#forgotten = ++this.#changes;
    this.#entries.clear();
    this.#changed.clear();
    this.#size = 0;
  }
}
