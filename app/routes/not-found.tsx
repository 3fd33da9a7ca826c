import { refuse } from "../platform/context.server";

/** Every path that nothing else answers. */
export const loader = () => {
  throw refuse(404);
};
export const action = loader;

export default function NotFound() {
  return null;
}
