import { Fragment } from "react";
import { useT } from "../locale/locale";

/**
 * A text with values that people copy, such as an address: each stands in a `bdi`, as the marks that do the same within
 * a text would be copied along, unseen.
 * @param of the text's key
 */
export function Sentence({ of, values }: { of: string; values: Record<string, string> }) {
  const t = useT();
  const names = Object.keys(values);
  const marked = t(of, Object.fromEntries(names.map((name) => [name, `\u0001${name}\u0001`])));
  return marked.split("\u0001").map((part, index) => {
    // Every second part is the name of a value.
    const key = `${index} ${part}`;
    return index % 2 === 0 ? <Fragment key={key}>{part}</Fragment> : <bdi key={key}>{values[part]}</bdi>;
  });
}
