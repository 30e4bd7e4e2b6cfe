import { beforeAll, describe, expect, test } from "bun:test";
import { deflateSync } from "node:zlib";
import type { Actor, Answer } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { chunk, png, pngOf } from "#testing/kit/images";
import { problemOf } from "#testing/kit/problem";
import { encodeImage } from "#server/kernel/images/encode";
import { readPixels, writePixels } from "#server/kernel/images/pixels";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

function put(actor: Actor, file: Uint8Array): Promise<Answer> {
  const image = Buffer.from(file).toString("base64");
  return actor.put("/auth/me/avatar", { image });
}

async function avatarOf(actor: Actor): Promise<string | null> {
  const { body } = expectStatus(await actor.get<"auth.me">("/auth/me"), 200);
  return body.avatarUrl;
}

/** Creates a user with a picture. Returns the user and the address of the picture. */
async function withPicture(file = png(300, 300)) {
  const person = await server.person();
  expectStatus(await put(person, file), 200);
  return { person, address: String(await avatarOf(person)) };
}

async function download(address: string, init?: RequestInit) {
  return fetch(new URL(address, server.url), init);
}

async function stored(address: string): Promise<Buffer> {
  const response = await download(address);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** Returns the strongest channel (r, g or b) of nine points of the picture, as one string for each row. */
async function look(webp: Buffer): Promise<string[]> {
  const small = await new Bun.Image(webp)
    .resize(3, 3, { filter: "nearest" })
    .png()
    .buffer();
  const { rows } = await readPixels(small);
  return rows.map((row) =>
    [0, 4, 8]
      .map((at) => {
        const channels = [...row.subarray(at, at + 3)];
        return "rgb"[channels.indexOf(Math.max(...channels))];
      })
      .join(""),
  );
}

const jpeg = (file: Uint8Array) => new Bun.Image(file).jpeg().buffer();
const webp = (file: Uint8Array) => new Bun.Image(file).webp().buffer();

/** Adds an APP1 segment with EXIF data to a JPEG. */
function withExif(file: Buffer, content: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), head, content, file.subarray(2)]);
}

/** Creates EXIF data with an orientation, and with text that the server must not store. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([
    Buffer.from("Exif\0\0", "latin1"),
    tiff,
    Buffer.from("GPS 48.2082N 16.3738E"),
  ]);
}

describe("a picture", () => {
  test.each([
    ["PNG", async () => png(400, 300)],
    ["JPEG", () => jpeg(png(400, 300))],
    ["WebP", () => webp(png(400, 300))],
  ])("in %s becomes a square WebP of 256 pixels", async (_, make) => {
    const { address } = await withPicture(await make());
    const found = await new Bun.Image(await stored(address)).metadata();
    expect(found).toEqual({ width: 256, height: 256, format: "webp" });
  });

  test("appears in the response, the context and the list of members", async () => {
    const person = await server.person();
    const org = await server.organization(person);
    const { body } = expectStatus(await put(person, png(64, 64)), 200);
    const address = String(body.avatarUrl);
    expect(address).toMatch(/^\/api\/avatars\/avt_[0-9a-z]{26}$/);
    expect(await avatarOf(person)).toBe(address);
    const members = await person.get(`/organizations/${org.slug}/members`);
    expect(members.text).toContain(address);
  });

  test("is cropped to its center", async () => {
    const file = png(900, 300, {
      colour: (x) =>
        x < 300 ? [250, 0, 0] : x < 600 ? [0, 250, 0] : [0, 0, 250],
    });
    const { address } = await withPicture(file);
    expect(await look(await stored(address))).toEqual(["ggg", "ggg", "ggg"]);
  });

  test("is rotated by its EXIF orientation", async () => {
    const upright = png(300, 300, {
      colour: (_, y) => (y < 150 ? [250, 0, 0] : [0, 0, 250]),
    });
    // The pixels are stored sideways, and the EXIF orientation says “rotate by 90° clockwise”.
    const lying = await new Bun.Image(upright).rotate(270).jpeg().buffer();
    const { address } = await withPicture(withExif(lying, exif(6)));
    const [top, , bottom] = await look(await stored(address));
    expect([top, bottom]).toEqual(["rrr", "bbb"]);
  });

  test("is cropped to its center after the rotation", async () => {
    const wide = png(600, 300, {
      colour: (x) => (x < 150 || x >= 450 ? [250, 0, 0] : [0, 250, 0]),
    });
    const lying = await new Bun.Image(wide).rotate(270).jpeg().buffer();
    const { address } = await withPicture(withExif(lying, exif(6)));
    expect(await look(await stored(address))).toEqual(["ggg", "ggg", "ggg"]);
  });

  test("loses all metadata: position, comment, profile and script", async () => {
    const hidden = Buffer.from("<script>alert(1)</script>");
    const photo = withExif(await jpeg(png(80, 80)), exif(1));
    const profile = Buffer.concat([
      Buffer.from("icc\0\0"),
      deflateSync(hidden),
    ]);
    const commented = png(80, 80, {
      chunks: [
        chunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), hidden])),
        chunk("iCCP", profile),
        chunk("eXIf", exif(1).subarray(6)),
      ],
    });
    for (const file of [photo, commented]) {
      const { address } = await withPicture(file);
      const text = (await stored(address)).toString("latin1");
      for (const trace of ["GPS", "Exif", "EXIF", "ICCP", "XMP", "script"])
        expect(text).not.toContain(trace);
    }
  });

  test("keeps its transparency", async () => {
    const clear = await new Bun.Image(png(64, 64)).png().buffer();
    const pixels = await readPixels(clear);
    for (const row of pixels.rows) row.fill(0);
    const { address } = await withPicture(await writePixels(pixels));
    const seen = await new Bun.Image(await stored(address)).png().buffer();
    const { rows } = await readPixels(seen);
    expect(rows.every((row) => row[3] === 0)).toBe(true);
  });

  test("replaces the previous one, whose address returns 404", async () => {
    const { person, address } = await withPicture();
    expectStatus(await put(person, png(40, 40)), 200);
    expect(await avatarOf(person)).not.toBe(address);
    expect((await download(address)).status).toBe(404);
    const { rows } = await server.db.client.execute({
      sql: "select count(*) from avatars where user_id = ?",
      args: [person.id],
    });
    expect(Number(rows[0]?.[0])).toBe(1);
  });

  test("can be removed, also twice", async () => {
    const { person, address } = await withPicture();
    expectStatus(await person.delete("/auth/me/avatar"), 204);
    expect(await avatarOf(person)).toBeNull();
    expect((await download(address)).status).toBe(404);
    expectStatus(await person.delete("/auth/me/avatar"), 204);
  });

  test("is not changed by another user", async () => {
    const { address } = await withPicture();
    const other = await server.person();
    expectStatus(await put(other, png(40, 40)), 200);
    expectStatus(await other.delete("/auth/me/avatar"), 204);
    expect((await download(address)).status).toBe(200);
  });
});

describe("an upload is refused and changes nothing:", () => {
  const whole = png(200, 200);
  const animatedPng = png(64, 64, {
    chunks: [chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))],
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["no bytes", () => Buffer.alloc(0), /empty/],
    ["text", () => Buffer.from("hello"), /PNG, JPEG or WebP/],
    [
      "an SVG",
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        ),
      /PNG, JPEG or WebP/,
    ],
    ["a GIF", () => Buffer.from("GIF89a\x20\0\x20\0\0\0\0;", "latin1"), /PNG/],
    ["a BMP", () => Buffer.from("BM".padEnd(200, "\0")), /PNG/],
    ["half a PNG", () => whole.subarray(0, whole.length / 2), /PNG/],
    ["a PNG without its end", () => whole.subarray(0, -12), /PNG/],
    ["the start of a PNG", () => whole.subarray(0, 9), /PNG/],
    [
      "a PNG followed by HTML",
      () => Buffer.concat([whole, Buffer.from("<html><script>")]),
      /PNG/,
    ],
    [
      "HTML followed by a PNG",
      () => Buffer.concat([Buffer.from("<html>"), whole]),
      /PNG/,
    ],
    [
      "a PNG without pixel data",
      () => pngOf(100, 100, deflateSync(Buffer.from("too few"))),
      /damaged/,
    ],
    [
      "a PNG with a wrong checksum",
      () => {
        const broken = Buffer.from(whole);
        broken[60] = (broken[60] ?? 0) ^ 0xff;
        return broken;
      },
      /damaged/,
    ],
    [
      "a chunk longer than the file",
      () => {
        const broken = Buffer.from(whole);
        broken.writeUInt32BE(0xffffffff, 33);
        return broken;
      },
      /PNG/,
    ],
    ["half a JPEG", async () => (await jpeg(whole)).subarray(0, -40), /PNG/],
    [
      "a JPEG that ends in a segment",
      async () => (await jpeg(whole)).subarray(0, 30),
      /PNG/,
    ],
    [
      "a JPEG followed by HTML",
      async () => Buffer.concat([await jpeg(whole), Buffer.from("<html>")]),
      /PNG/,
    ],
    ["half a WebP", async () => (await webp(whole)).subarray(0, -10), /PNG/],
    [
      "the start of a WebP",
      async () => (await webp(whole)).subarray(0, 13),
      /PNG/,
    ],
    ["an animated PNG", () => animatedPng, /Animated/],
    ["an animated WebP", animatedWebp, /Animated/],
    ["31 pixels", () => png(400, 31), /too small/],
    ["4,097 pixels", () => png(4097, 40), /too large/],
    ["16 megapixels", () => black(4096, 4096), /too large/],
    [
      "a header that claims a gigapixel",
      () => pngOf(65_000, 65_000, deflateSync(Buffer.alloc(1000))),
      /too large/,
    ],
    [
      "a header that claims no pixel",
      () => pngOf(0, 0, deflateSync(Buffer.alloc(10))),
      /damaged|too small/,
    ],
    ["181 KB", () => Buffer.alloc(181 * 1024, 1), /180 KB/],
  ])("%s", async (_, make, words) => {
    const before = await avatarOf(ana);
    const answer = await put(ana, await make());
    expect(answer.status).toBe(400);
    const { issues } = problemOf(answer);
    expect(issues).toEqual([
      expect.objectContaining({
        path: "image",
        message: expect.stringMatching(words),
      }),
    ]);
    expect(await avatarOf(ana)).toBe(before);
  });

  test.each([["not base64!"], ["data:image/png;base64,AAAA"], [7], [null]])(
    "%p instead of base64",
    async (image) => {
      const answer = await ana.put("/auth/me/avatar", { image });
      expect(answer.status).toBe(400);
      expect(problemOf(answer).issues).toEqual([
        expect.objectContaining({
          path: "image",
          message: expect.stringMatching(/\w/),
        }),
      ]);
    },
  );

  test("a decompression bomb does no harm", async () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000), { level: 9 });
    const answer = await put(ana, pngOf(64, 64, bomb));
    expect(answer.status).toBeLessThan(500);
  });

  test("random bytes after a valid header do no harm", async () => {
    const starts = [whole, await jpeg(whole), await webp(whole)];
    for (const start of starts)
      for (let round = 0; round < 40; round++) {
        const broken = Buffer.from(start);
        for (let flips = 0; flips < 4; flips++)
          broken[12 + Math.floor(Math.random() * (broken.length - 12))] =
            Math.floor(Math.random() * 256);
        const answer = await put(ana, broken);
        expect([200, 400]).toContain(answer.status);
      }
  });
});

test("a full decoding queue answers BUSY and recovers", async () => {
  const file = png(1500, 1500);
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, () => encodeImage(file)),
  );
  const refusals = answers.filter(({ status }) => status === "rejected");
  expect(refusals).toHaveLength(30 - 2 - 16);
  expect(refusals[0]).toMatchObject({ reason: { reason: "BUSY" } });
  expect((await encodeImage(file)).length).toBeGreaterThan(100);
});

test("the server answers while it decodes", async () => {
  const file = black(4000, 3000);
  let turns = 0;
  const timer = setInterval(() => turns++, 2);
  await encodeImage(file);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

describe("the address of a picture", () => {
  test("returns a cacheable picture that browsers can't read as anything else", async () => {
    const { address } = await withPicture();
    const { headers } = await download(address);
    const id = address.slice("/api/avatars/".length);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": `inline; filename="${id}.webp"`,
      "cache-control": "private, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("answers HEAD with the size and no body", async () => {
    const { address } = await withPicture();
    const head = await download(address, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(
      String((await stored(address)).length),
    );
    expect(await head.text()).toBe("");
  });

  test.each([
    "/api/avatars/avt_00000000000000000000000000",
    "/api/avatars/avt_short",
    "/api/avatars/usr_00000000000000000000000000",
    "/api/avatars/%2e%2e%2fusers",
    "/api/avatars/%00",
    "/api/avatars/' or 1=1 --",
    "/api/avatars/",
  ])("is not found if unknown: %s", async (address) => {
    const response = await download(address);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("json");
  });

  test("accepts no other method", async () => {
    const { person, address } = await withPicture();
    const answer = await person.delete(address.replace("/api", ""));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET");
    expect((await download(address)).status).toBe(200);
  });
});

function black(width: number, height: number): Buffer {
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  return pngOf(width, height, deflateSync(pixels, { level: 9 }));
}

async function animatedWebp(): Promise<Buffer> {
  const still = await webp(png(64, 64));
  const image = still.subarray(12);
  const part = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const canvas = Buffer.from([2, 0, 0, 0, 63, 0, 0, 63, 0, 0]);
  const frame = part(
    "ANMF",
    Buffer.concat([
      Buffer.from([0, 0, 0, 0, 0, 0, 63, 0, 0, 63, 0, 0, 100, 0, 0, 0]),
      image,
    ]),
  );
  const body = Buffer.concat([
    Buffer.from("WEBP"),
    part("VP8X", canvas),
    part("ANIM", Buffer.alloc(6)),
    frame,
    frame,
  ]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
