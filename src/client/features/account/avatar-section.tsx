import { api } from "#client/session/api.ts";
import { ImageSection } from "#client/ui/images/image-section.tsx";
import { texts } from "./texts.ts";

export function AvatarSection(props: { name: string; image: string | null }) {
  const set = api.account.setAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const remove = api.account.removeAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const refetch = () =>
    Promise.all([api.auth.context.invalidate(), api.members.list.invalidate()]);
  const save = async (image: string) => {
    await set.mutateAsync({ image });
    await refetch();
  };
  const removePicture = async () => {
    await remove.mutateAsync();
    await refetch();
  };
  return (
    <ImageSection
      name={props.name}
      image={props.image}
      shape="person"
      texts={texts().avatar}
      onSave={save}
      onRemove={removePicture}
    />
  );
}
