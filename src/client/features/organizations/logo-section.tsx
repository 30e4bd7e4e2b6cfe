import { api } from "#client/session/api.ts";
import { ImageSection } from "#client/ui/images/image-section.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { readOrganizationAgain } from "./general/read-again.ts";
import { texts } from "./texts.ts";

export function LogoSection() {
  const { slug, organization } = useOrganization();
  const set = api.organizations.setLogo.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const remove = api.organizations.removeLogo.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const save = async (image: string) => {
    await set.mutateAsync({ org: slug(), image });
    await readOrganizationAgain();
  };
  const removeLogo = async () => {
    await remove.mutateAsync({ org: slug() });
    await readOrganizationAgain();
  };
  return (
    <ImageSection
      name={organization().name}
      image={organization().logoUrl}
      shape="organization"
      texts={texts().logo}
      onSave={save}
      onRemove={removeLogo}
    />
  );
}
