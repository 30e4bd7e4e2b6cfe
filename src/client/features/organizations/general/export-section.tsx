import { download } from "#client/session/download.ts";
import { DownloadSection } from "#client/layout/download-section.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { texts } from "./texts.ts";

/** Downloads everything that the organization owns. Another installation can import the file. */
export function ExportSection() {
  const { slug } = useOrganization();
  return (
    <DownloadSection
      texts={texts().exportSection}
      load={() => download(`/organizations/${slug()}/export`)}
    />
  );
}
