/** One part of the tree, and every arrow that starts there. */
export interface Part {
  /** Which files, below `src`; a part that names files one by one takes them from one that names a folder. */
  files: string;
  /** The parts it may use; a part may always use itself, unless it says `alone`. */
  may: string;
  /** The parts of which it may know the types, and which are gone when it runs. */
  types?: string;
  /** The packages it may use; any, where nothing is said. */
  packages?: string;
  /** Its files do not know each other. */
  alone?: true;
}

/** Who may import whom. The order is that of the arrows: a part uses only parts above it. */
export const PARTS: Record<string, Part> = {
  shared: { files: "shared/**", may: "", packages: "zod" },

  // The kernel knows no feature.
  errors: {
    files: "server/{errors,logged-error}.ts",
    may: "",
    types: "shared",
    packages: "drizzle-orm",
  },
  ground: {
    files:
      "server/{assets,background,billing-config,client-address,config,crypto,environment,in-turn,inputs,log,loopback,own-secret,posture,provider-config}.ts",
    may: "errors shared",
  },
  limits: {
    files: "server/limits/**",
    may: "ground errors",
    packages: "rate-limiter-flexible ioredis pino",
  },
  pictures: {
    files: "server/pictures/**",
    may: "ground errors",
    packages: "zod node:util node:zlib",
  },
  db: { files: "server/db/**", may: "errors shared" },
  live: {
    files: "server/live/**",
    may: "ground errors shared",
    types: "db",
    packages: "ioredis pino zod",
  },
  billing: {
    files: "server/billing/**",
    may: "db errors ground shared",
    types: "outbox",
    packages: "drizzle-orm hono stripe zod",
  },
  audit: {
    files: "server/audit/**",
    may: "db errors ground shared",
  },
  outbox: {
    files: "server/outbox/**",
    may: "db errors shared",
    types: "ground",
  },
  idempotency: {
    files: "server/idempotency/**",
    may: "db errors shared",
    types: "ground",
  },
  mail: {
    files: "server/mail/**",
    may: "outbox db ground shared",
    types: "limits",
  },
  problem: { files: "server/problem.ts", may: "db errors", types: "shared" },
  meta: { files: "server/rest/meta.ts", may: "", types: "shared" },
  context: {
    files: "server/context.ts",
    may: "ground",
    types: "audit billing limits live db mail auth outbox",
  },
  call: {
    files: "server/call/**",
    may: "idempotency audit db errors shared",
    types: "context limits meta auth",
  },
  trpc: {
    files: "server/trpc.ts",
    may: "call mail problem db errors shared",
    types: "context meta",
  },

  // The slices: one folder per feature, and one for accounts and sessions.
  schema: {
    files: "server/{audit,auth,auth/*,features/*}/schema.ts",
    may: "db",
    types: "billing shared",
    packages: "drizzle-orm",
  },
  proof: { files: "server/auth/proof.ts", may: "errors" },
  held: {
    files: "server/auth/two-factor/held.ts",
    may: "schema",
    packages: "drizzle-orm",
  },
  verified: {
    files: "server/auth/verified.ts",
    may: "schema db errors",
    packages: "drizzle-orm",
  },
  service: {
    files: "server/features/**",
    may: "billing pictures audit held verified proof schema mail ground db errors shared",
    types: "limits",
    packages: "drizzle-orm zod tldts email-providers node:dns",
  },
  auth: {
    files: "server/auth/**",
    may: "pictures service held proof schema mail ground db errors shared context",
    types: "billing",
  },
  accounts: {
    files: "server/auth/procedures/*.ts",
    may: "pictures auth proof trpc meta ground shared",
    packages: "zod",
    alone: true,
  },
  procedures: {
    files: "server/{auth,auth/*,features/*}/router.ts",
    may: "billing pictures accounts auth service proof trpc live meta ground shared",
    packages: "zod",
    alone: true,
  },
  router: { files: "server/router.ts", may: "procedures trpc" },

  // The program around the procedures.
  http: {
    files: "server/http/**",
    may: "billing mail schema context problem ground errors shared",
    types: "db",
  },
  rest: {
    files: "server/rest/**",
    may: "auth trpc meta context problem errors",
    types: "http router ground",
  },
  faces: {
    files: "server/http/trpc.ts",
    may: "rest router context problem",
    types: "http",
  },
  services: {
    files: "server/services.ts",
    may: "audit auth service billing mail outbox limits live ground",
    types: "context db",
  },
  app: {
    files: "server/app.ts",
    may: "faces rest http router context problem errors shared",
    types: "billing ground",
  },
  housekeeping: { files: "server/housekeeping.ts", may: "db" },
  serve: {
    files: "server/serve.ts",
    may: "app services service housekeeping ground db",
  },
  seed: {
    files: "server/seed/**",
    may: "auth billing schema audit ground db shared",
  },
  operator: {
    files: "server/operator/**",
    may: "audit auth billing schema mail outbox db errors ground shared",
  },
  cli: {
    files: "server/cli/**",
    may: "services operator db errors ground",
    types: "context",
  },
  main: {
    files: "main.ts",
    may: "serve cli operator seed rest router ground db",
  },

  // What runs elsewhere knows no more of the server than its types, and the web app not even these.
  sdk: { files: "sdk/**", may: "shared", types: "router errors" },
  examples: { files: "sdk/examples/*", may: "sdk shared" },
  client: { files: "client/**", may: "sdk shared" },
  build: { files: "client/vite.config.ts", may: "" },
};
