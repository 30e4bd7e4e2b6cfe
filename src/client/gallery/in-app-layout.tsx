import { useNavigate } from "@solidjs/router";
import { createSignal, type JSX } from "solid-js";
import { AppLayout } from "#client/layout/app-layout.tsx";
import { OrganizationSwitcher } from "#client/layout/organization-switcher/organization-switcher.tsx";
import { UserMenu } from "#client/layout/user-menu.tsx";
import { toast } from "#client/ui/toast.ts";
import { ORGANIZATIONS } from "./samples.ts";

const LINKS = [
  { href: "/", label: "Primitives", exact: true },
  { href: "/settings", label: "Settings", count: 3 },
  { href: "/sign-in", label: "Sign in" },
  { href: "/no-access", label: "No access" },
  { href: "/error", label: "Error" },
  { href: "/nowhere", label: "Not found" },
];

/** The frame of the app with sample organizations, as an example in the gallery. */
export function InAppLayout(props: { children?: JSX.Element }) {
  const navigate = useNavigate();
  const [current, setCurrent] = createSignal(ORGANIZATIONS[0]);
  return (
    <AppLayout
      homeHref="/"
      links={LINKS}
      switcher={
        <OrganizationSwitcher
          current={current()}
          organizations={ORGANIZATIONS}
          recentSlugs={["acme-corporation", "hooli"]}
          invitations={1}
          invitationsHref="/settings"
          onSelect={(slug) =>
            setCurrent(ORGANIZATIONS.find((choice) => choice.slug === slug))
          }
          onCreate={() => toast.success("Organization created")}
        />
      }
      userMenu={
        <UserMenu
          name="Ada Lovelace"
          email="ada@acme.test"
          accountHref="/settings"
          onSignOut={() => navigate("/sign-in")}
        />
      }
    >
      {props.children}
    </AppLayout>
  );
}
