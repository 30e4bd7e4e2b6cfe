import { expect, test } from "bun:test";
import { join, resolve } from "node:path";
import { serverSuite } from "../kit/suite";

const METRICS_TOKEN = "a-token-for-the-metrics";

const server = serverSuite({ METRICS_TOKEN });
const folder = resolve(import.meta.dir, "../../../docs/monitoring");

/** The names that other programs provide: Prometheus itself, and the exporters that docs/monitoring.md names. */
const OF_OTHERS = ["up", "probe_success", "node_filesystem_avail_bytes"];

/** Returns the metrics and the labels of the server, such as `http_requests_total{status}`. */
async function provided(): Promise<Set<string>> {
  const ana = await server.person("Ana");
  await server.organization(ana, "Acme");
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const { text } = await server.stranger().fetch("/metrics", { headers });
  const names = new Set<string>();
  for (const [, name = "", labels = ""] of text.matchAll(
    /^(\w+)(?:\{([^}]*)\})? /gm,
  )) {
    names.add(name);
    for (const [, label] of labels.matchAll(/(\w+)="/g))
      names.add(`${name}{${label}}`);
  }
  // A metric by reason has no line before there is a dead letter, only its description.
  for (const [, name = ""] of text.matchAll(/^# TYPE (\w+) /gm))
    names.add(name);
  return names;
}

/** Returns the metrics with their labels that a query of Prometheus reads. */
function usedBy(query: string): string[] {
  return [...query.matchAll(/\b([a-z_\d]{2,})\{([^}]*)\}/g)].flatMap(
    ([, name = "", labels = ""]) => [
      name,
      ...[...labels.matchAll(/(\w+)=/g)]
        .map(([, label]) => label)
        // Prometheus adds the job. The reasons appear with the first dead letter.
        .filter((label) => label !== "job" && label !== "reason")
        .map((label) => `${name}{${label}}`),
    ],
  );
}

test("the alerts and the dashboard use metrics that the server has", async () => {
  const alerts = await Bun.file(join(folder, "alerts.yml")).text();
  const { groups } = Bun.YAML.parse(alerts) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  const dashboard = (await Bun.file(join(folder, "grafana.json")).json()) as {
    panels: { targets: { expr: string }[] }[];
  };
  const queries = [
    ...rules.map(({ expr }) => expr),
    ...dashboard.panels.flatMap(({ targets }) =>
      targets.map(({ expr }) => expr),
    ),
  ];
  expect(queries.filter((query) => usedBy(query).length === 0)).toEqual([]);
  const known = await provided();
  const unknown = queries
    .flatMap(usedBy)
    .filter((name) => !known.has(name) && !isOfOthers(name));
  expect(unknown).toEqual([]);

  const page = await Bun.file(join(folder, "../monitoring.md")).text();
  const explained = [...page.matchAll(/^\| `(Tenantry\w+)` /gm)];
  expect(explained.map(([, name]) => name)).toEqual(
    rules.map(({ alert }) => alert),
  );
});

function isOfOthers(name: string): boolean {
  return OF_OTHERS.some(
    (other) => name === other || name.startsWith(`${other}{`),
  );
}
