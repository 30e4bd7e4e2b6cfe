import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatPeriod } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Verbinden",
  description:
    "Rufen Sie die API zum ersten Mal auf. Die Beispiele können Sie direkt einfügen.",
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
      `Ersetzen Sie ${placeholder} durch Ihren Schlüssel, oder erstellen Sie einen Nur-Lese-Schlüssel, der ${formatPeriod(days)} gilt.`,
    create: "Nur-Lese-Schlüssel erstellen",
    name: "Seite „Verbinden“ (nur lesen)",
    failed: "Der API-Schlüssel konnte nicht erstellt werden",
    created:
      "Die Beispiele enthalten Ihren neuen Schlüssel. Er wird nicht noch einmal angezeigt.",
    nothing:
      "Ihre Rolle hat keine Leserechte, die ein API-Schlüssel haben kann.",
    manage: "API-Schlüssel verwalten",
    leaveTitle: "Verlassen, ohne zu kopieren?",
    leaveText:
      "Der neue Schlüssel wird nicht noch einmal angezeigt. Wenn Sie ihn später brauchen, erstellen Sie einen anderen.",
  },
  about: {
    curl: "Listet Ihre Projekte auf. Funktioniert in jeder Sprache, die HTTP-Anfragen senden kann.",
    typescript:
      "Der typisierte Client für Node und Bun. Bewahren Sie den Schlüssel in einer Umgebungsvariablen auf.",
    react:
      "Unter derselben Domain wie die API verwendet Ihre Seite die Sitzung der angemeldeten Person statt eines API-Schlüssels. API-Schlüssel gehören nie in einen Browser.",
    solid:
      "Unter derselben Domain wie die API verwendet Ihre Seite die Sitzung der angemeldeten Person statt eines API-Schlüssels. API-Schlüssel gehören nie in einen Browser.",
    mcp: "Verbindet einen KI-Agenten mit dieser Organisation. Er kann nur, was der Schlüssel erlaubt.",
  },
  install: "Terminal: vorbereiten",
  run: "Terminal: ausführen",
  copy: (what) => `Kopieren: ${what}`,
  code: (what) => `Code: ${what}`,
};

export default GERMAN;
