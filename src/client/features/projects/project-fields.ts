import { z } from "zod";
import { projectDescriptionField, projectNameField } from "#shared/fields.ts";

/** What is typed for a project, as the server checks it. */
export const projectFields = z.object({
  name: projectNameField,
  description: projectDescriptionField,
});

export type ProjectFields = z.infer<typeof projectFields>;
