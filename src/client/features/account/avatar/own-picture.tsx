import { api } from "#client/session/api.ts";
import { PictureSection } from "#client/ui/images/image-section.tsx";
import { texts } from "./texts.ts";

/** One's own picture. */
export function OwnPicture(props: { name: string; image: string | null }) {
  const set = api.account.setAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const remove = api.account.removeAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const readAgain = () =>
    Promise.all([api.auth.context.invalidate(), api.members.list.invalidate()]);
  const save = async (image: string) => {
    await set.mutateAsync({ image });
    await readAgain();
  };
  const takeAway = async () => {
    await remove.mutateAsync();
    await readAgain();
  };
  return (
    <PictureSection
      name={props.name}
      image={props.image}
      shape="person"
      texts={texts()}
      onSave={save}
      onRemove={takeAway}
    />
  );
}
