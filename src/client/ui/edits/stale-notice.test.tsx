import { afterEach, expect, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { TRPCClientError } from "@trpc/client";
import { createSignal } from "solid-js";
import { createEdits } from "./create-edits.ts";
import { StaleNotice } from "./stale-notice.tsx";
import type { Version } from "./versions.ts";

afterEach(cleanup);

interface Note {
  title: string;
  tags: string[];
}

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
const version = (seconds: number, title: string, tags: string[] = []) => ({
  fields: { title, tags },
  updatedAt: at(seconds).toISOString(),
});

function stale() {
  const changedBy = { id: "usr_ana", name: "Ana" };
  const data = {
    reason: "STALE",
    changedBy,
    changedAt: new Date(Date.now() - 125_000).toISOString(),
  };
  return new TRPCClientError("Someone else just changed this.", {
    result: { error: { code: -32009, message: "", data } },
  });
}

/** Creates the edits of one row. Like the server, the row refuses to replace a newer version and answers `STALE`. */
function open() {
  let row: Version<Note> = version(1, "First");
  const [shown, show] = createSignal(row);
  const sent: Note[] = [];
  const edits = createEdits<Note>({
    latest: shown,
    read: async () => row,
    save: async (typed, updatedAt) => {
      if (updatedAt !== row.updatedAt) throw stale();
      sent.push(typed);
      row = { fields: typed, updatedAt: at(50).toISOString() };
      return row;
    },
  });
  return {
    edits,
    sent,
    show,
    /** Saves a version of another user, which the page has not fetched yet. */
    overtake: (next: Version<Note>) => (row = next),
  };
}

function form() {
  let opened: ReturnType<typeof open> | undefined;
  render(() => {
    opened = open();
    const { edits } = opened;
    return (
      <StaleNotice
        edits={edits}
        labels={{ title: "Title", tags: "Tags" }}
        readerId="usr_ben"
        format={(_, value) =>
          Array.isArray(value) ? value.join(", ") : String(value)
        }
        onSaveAnyway={edits.saveAnyway}
      />
    );
  });
  if (!opened) throw new Error("Nothing was rendered.");
  return opened;
}

test("a conflict shows who saved first and both versions, and keeps the typed values", async () => {
  const { edits, overtake, sent } = form();
  edits.type({ title: "Mine" });
  overtake(version(2, "Theirs", ["new"]));
  expect(await edits.save()).toBe(false);
  const notice = screen.getByRole("status").textContent;
  expect(notice).toContain("Ana\u2069 changed this 2 minutes ago.");
  expect(notice).toContain("Theirs");
  expect(notice).toContain("Mine");
  // The notice omits a field that only the other user changed, because that field needs no choice.
  expect(notice).not.toContain("Tags");
  expect(edits.typed.title).toBe("Mine");
  expect(document.activeElement?.contains(screen.getByRole("status"))).toBe(
    true,
  );
  // Saving a second time does not overwrite the other version either.
  expect(await edits.save()).toBe(false);
  expect(sent).toEqual([]);
});

test("saving anyway replaces only the fields that were edited here", async () => {
  const { edits, overtake, sent } = form();
  edits.type({ title: "Mine" });
  overtake(version(2, "Theirs", ["new"]));
  await edits.save();
  fireEvent.click(screen.getByText("Save mine anyway"));
  await Bun.sleep(0);
  expect(sent).toEqual([{ title: "Mine", tags: ["new"] }]);
  expect(screen.queryByRole("status")).toBeNull();
  expect(edits.isDirty()).toBe(false);
});

test("loading the other version replaces the typed values", async () => {
  const { edits, overtake, sent } = form();
  edits.type({ tags: ["mine"] });
  overtake(version(2, "First", ["theirs"]));
  await edits.save();
  expect(screen.getByRole("status").textContent).toContain("theirs");
  fireEvent.click(screen.getByText("Load their version"));
  expect(edits.typed.tags).toEqual(["theirs"]);
  expect(screen.queryByRole("status")).toBeNull();
  edits.type({ title: "Later" });
  expect(await edits.save()).toBe(true);
  expect(sent).toEqual([{ title: "Later", tags: ["theirs"] }]);
});

test("a newer version updates the fields that are not edited, and keeps the edited ones", async () => {
  const { edits, overtake, show, sent } = form();
  show(overtake(version(2, "Renamed")));
  await Bun.sleep(0);
  expect(edits.typed.title).toBe("Renamed");
  edits.type({ tags: ["mine"] });
  show(overtake(version(3, "Renamed again")));
  await Bun.sleep(0);
  expect(edits.typed).toEqual({ title: "Renamed again", tags: ["mine"] });
  expect(await edits.save()).toBe(true);
  expect(sent).toEqual([{ title: "Renamed again", tags: ["mine"] }]);
});

test("a newer value of an edited field still conflicts on saving, although the page has fetched it", async () => {
  const { edits, overtake, show } = form();
  edits.type({ title: "Mine" });
  show(overtake(version(2, "Theirs")));
  await Bun.sleep(0);
  expect(edits.typed.title).toBe("Mine");
  expect(await edits.save()).toBe(false);
  expect(screen.getByRole("status").textContent).toContain("Theirs");
});
