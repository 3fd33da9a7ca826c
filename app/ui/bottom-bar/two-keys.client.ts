/**
 * Lets two keys do it all, as the switches of somebody send them: Tab comes by every choice, where browsers come by one
 * radio of a group only, and both Enter and Space take what has the focus.
 */
export function serveTwoKeys(screen: HTMLElement): void {
  let tabbed: "on" | "back" | undefined;

  screen.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
    tabbed = key !== "Tab" ? undefined : shiftKey ? "back" : "on";
    if (event.defaultPrevented) return;
    const next = tabbed ? besideRadio(target, tabbed) : undefined;
    if (next || takes(target, key)) event.preventDefault();
    if (next) next.focus();
    else if (event.defaultPrevented) target.click();
  });
  // What moves the focus later, such as a label or a script, means the radio that it names.
  screen.addEventListener("keyup", () => {
    tabbed = undefined;
  });
  // Into a group one comes at its end, not at the choice made before, so that Tab leads by all of them.
  screen.addEventListener("focusin", ({ target, relatedTarget }) => {
    const group = groupOf(target);
    if (!tabbed || group.includes(relatedTarget as HTMLInputElement)) return;
    group.at(tabbed === "on" ? 0 : -1)?.focus();
  });
}

/** Whether the browser leaves this key unused here, or sends the form by it. */
const takes = (element: HTMLElement, key: string) =>
  (key === " " && element.matches("a[href]")) ||
  (key === "Enter" && element.matches("input[type=radio], input[type=checkbox]"));

function besideRadio(element: HTMLElement, way: "on" | "back"): HTMLElement | undefined {
  const group = groupOf(element);
  const at = group.indexOf(element as HTMLInputElement);
  return at < 0 ? undefined : group[at + (way === "on" ? 1 : -1)];
}

/** The radios of an element's group that can be chosen; none where it is no radio. */
function groupOf(element: EventTarget | null): HTMLInputElement[] {
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return [];
  const scope: ParentNode = element.form ?? document;
  return [...scope.querySelectorAll<HTMLInputElement>("input[type=radio]:enabled")].filter(
    (one) => one.name === element.name && one.form === element.form,
  );
}
