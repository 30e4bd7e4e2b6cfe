import { SettingsLayout } from "#client/layout/settings-layout.tsx";
import { Button } from "#client/ui/button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextField } from "#client/ui/text-field.tsx";

const GROUPS = [
  {
    label: "Organization",
    links: [
      { href: "/settings", label: "General", exact: true },
      { href: "/settings/team", label: "Team", count: 2 },
      { href: "/settings/roles", label: "Roles" },
      { href: "/settings/billing", label: "Billing" },
      { href: "/settings/audit-log", label: "Audit log" },
    ],
  },
  {
    label: "Developers",
    links: [
      { href: "/settings/api-keys", label: "API keys" },
      { href: "/settings/webhooks", label: "Webhooks" },
    ],
  },
];

export function SampleSettings() {
  return (
    <SettingsLayout groups={GROUPS}>
      <PageHeader title="General" description="Name, URL and time zone." />
      <Section
        title="Name"
        description="Shown in the organization menu, in emails and on invoices."
        footer={
          <>
            Up to 64 characters.
            <Button variant="primary">Save</Button>
          </>
        }
      >
        <TextField label="Name" hideLabel value="Acme Corporation" />
      </Section>
      <Section
        title="Slug"
        description="Used in every link to this organization. Old links redirect for 90 days."
        footer={
          <>
            2–48 lowercase letters, numbers and dashes.
            <Button variant="primary">Save</Button>
          </>
        }
      >
        <TextField
          label="Slug"
          hideLabel
          prefix="tenantry.app/o/"
          value="acme"
        />
      </Section>
      <Section
        title="Delete organization"
        description="All members lose access immediately. You can restore it for 30 days."
        tone="danger"
        footer={
          <>
            You’ll be asked to type the slug.
            <Button variant="danger">Delete organization</Button>
          </>
        }
      />
    </SettingsLayout>
  );
}
