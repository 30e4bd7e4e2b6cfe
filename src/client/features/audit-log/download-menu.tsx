import Download from "lucide-solid/icons/download";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Menu } from "#client/ui/menu.tsx";
import { MenuLink } from "#client/ui/menu-item.tsx";
import { exportPath } from "./export-path.ts";
import { texts } from "./texts.ts";
import type { Filter } from "./use-filter.ts";

/** Downloads all audit events that match the filters. */
export function DownloadMenu(props: { filter: Filter }) {
  const { slug } = useOrganization();
  const href = (format: "csv" | "jsonl") =>
    exportPath(slug(), format, props.filter.input());
  return (
    <Menu
      trigger={(attributes) => (
        <Button {...attributes} icon={<Download size={16} />}>
          {texts().download.action}
        </Button>
      )}
    >
      <MenuLink href={href("csv")} isDownload>
        {texts().download.csv}
      </MenuLink>
      <MenuLink href={href("jsonl")} isDownload>
        {texts().download.jsonl}
      </MenuLink>
    </Menu>
  );
}
