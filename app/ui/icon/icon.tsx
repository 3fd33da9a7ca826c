import { classes as join } from "../classes.ts";
import { type IconName, icons } from "./icons.ts";

interface IconProps {
  name: IconName;
  classes?: string | undefined;
}

const MIRRORED: ReadonlySet<IconName> = new Set<IconName>(["next"]);

/** A drawing beside words, never instead of them: hidden from screen readers, in the colour of the text. */
export function Icon({ name, classes }: IconProps) {
  return (
    <svg
      className={join("app-icon", MIRRORED.has(name) && "app-icon--mirrored", classes)}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={icons[name]} />
    </svg>
  );
}
