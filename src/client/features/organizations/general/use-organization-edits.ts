import { api } from "#client/session/api.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import type { Version } from "#client/ui/edits/versions.ts";
import { useOrganization } from "#sdk/solid.ts";

type Field = "name" | "slug";

/**
 * Edits one field of the organization.
 * @param parse validates the typed value; throws a ZodError
 * @param onSaved receives the saved organization
 */
export function useOrganizationEdits<F extends Field>(
  field: F,
  parse: (typed: Record<F, string>) => Record<F, string>,
  onSaved: (saved: Record<Field, string>) => Promise<unknown>,
) {
  const { slug, organization } = useOrganization();
  const update = api.organizations.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const versionOf = (
    row: Record<Field | "updatedAt", string>,
  ): Version<Record<F, string>> => ({
    fields: only(field, row),
    updatedAt: row.updatedAt,
  });
  return createEdits<Record<F, string>>({
    latest: () => versionOf(organization()),
    // Read the organization by id, because another admin may have changed its slug.
    read: async () =>
      versionOf(await api.organizations.get.query({ org: organization().id })),
    save: async (typed, updatedAt) => {
      const saved = await update.mutateAsync({
        org: slug(),
        ...parse(typed),
        updatedAt,
      });
      await onSaved(saved);
      return versionOf(saved);
    },
  });
}

function only<F extends Field>(
  field: F,
  row: Record<Field, string>,
): Record<F, string> {
  // The cast is needed because TypeScript widens a computed key to string.
  return { [field]: row[field] } as Record<F, string>;
}
