import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatPeriod } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Verbinden",
  description:
    "Machen Sie Ihren ersten Aufruf. Die Beispiele sind fertig zum Einfügen.",
  tabs: {
    curl: "curl",
    typescript: "TypeScript",
    react: "React",
    solid: "Solid",
    mcp: "MCP",
  },
  key: {
    title: "API-Schlüssel",
    text: (placeholder, days) =>
      `Setzen Sie Ihren Schlüssel an die Stelle von ${placeholder}, oder erstellen Sie einen, der nur lesen kann und ${formatPeriod(days)} gilt.`,
    create: "Nur-Lese-Schlüssel erstellen",
    name: "Seite „Verbinden“ (nur lesen)",
    failed: "Der API-Schlüssel konnte nicht erstellt werden",
    created:
      "Die Beispiele enthalten Ihren neuen Schlüssel. Er wird nicht noch einmal angezeigt.",
    nothing: "Ihre Rolle hat kein Leserecht, das ein API-Schlüssel haben kann.",
    manage: "API-Schlüssel verwalten",
    leaveTitle: "Verlassen, ohne zu kopieren?",
    leaveText:
      "Der neue Schlüssel wird nicht noch einmal angezeigt. Wenn Sie ihn später brauchen, erstellen Sie einen anderen.",
  },
  about: {
    curl: "Listet Ihre Projekte auf. Funktioniert in jeder Sprache, die HTTP-Anfragen senden kann.",
    typescript:
      "Der typisierte Client für Node und Bun. Der Schlüssel bleibt in einer Umgebungsvariablen.",
    react:
      "Eine Seite unter derselben Adresse wie die API verwendet die Sitzung der angemeldeten Person und keinen API-Schlüssel. Schlüssel gehören nie in einen Browser.",
    solid:
      "Eine Seite unter derselben Adresse wie die API verwendet die Sitzung der angemeldeten Person und keinen API-Schlüssel. Schlüssel gehören nie in einen Browser.",
    mcp: "Lässt einen KI-Agenten in dieser Organisation arbeiten. Er darf, was der Schlüssel darf, und sonst nichts.",
  },
  install: "Terminal: vorbereiten",
  run: "Terminal: ausführen",
  copy: (what) => `Kopieren: ${what}`,
  code: (what) => `Code: ${what}`,
};

export default GERMAN;
