import { MainLandmark } from "./main-landmark.tsx";
import { NotFound } from "./not-found.tsx";

/** The page for a URL outside of every layout. */
export default function NotFoundPage() {
  return (
    <MainLandmark>
      <NotFound />
    </MainLandmark>
  );
}
