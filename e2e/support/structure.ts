/** A part of a page: how it is built, its words aside, and where it is found. */
export interface Part {
  structure: string;
  selector: string;
  /** Holds other parts. */
  isFrame: boolean;
}

/**
 * Takes a page apart into what stands for itself (a heading, a question, a list of errors), and tells how each part is
 * built: elements, roles, classes, states, what refers to what, and what is around it. Parts that read alike look alike
 * to axe, which knows no languages and no directions (those of each page are looked at elsewhere). Of siblings that are alike, such as
 * the choices of a question, two stand for all. It runs in the browser, where nothing else of this file is.
 */
export function takeApart(): Part[] {
  const root = document.documentElement;
  const ids = new Map<string, number>();
  for (const { id } of document.querySelectorAll("[id]")) ids.set(id, (ids.get(id) ?? 0) + 1);
  const refers =
    /^(for|headers|list|form|popovertarget|aria-(labelledby|describedby|controls|owns|errormessage|details|flowto|activedescendant))$/;
  const isWords = /^(alt|title|placeholder|value|content|name|aria-label|aria-valuetext|aria-roledescription)$/;
  // What says nothing to axe: how long, how wide, for which keyboard, in which direction.
  const isNothing =
    /^(data-.*|dir|maxlength|size|rows|cols|min|max|step|width|height|method|novalidate|spellcheck|inputmode|autocapitalize|enterkeyhint|loading|accept|multiple)$/;
  const isWidth = /(^|\s)\S*width-\S+/g;
  const isAddress = /^(href|src|srcset|action|formaction|cite|poster)$/;
  const frames =
    "header, nav, search, main, form, section, article, footer, .govuk-width-container, .govuk-main-wrapper, .govuk-grid-row, [class*=govuk-grid-column]";

  /** What an id leads to: nothing, one element of a kind, or several. */
  const target = (id: string) => {
    const one = document.getElementById(id);
    if (!one) return "nothing";
    return `${one.localName}.${one.className}${one.textContent?.trim() ? "" : " empty"}${ids.get(id) === 1 ? "" : " several"}`;
  };
  const attribute = ({ name, value }: Attr): string => {
    if (name === "id") return ids.get(value) === 1 ? "id" : "id of several";
    if (refers.test(name)) return `${name}>${value.split(/\s+/).map(target).join()}`;
    if (isAddress.test(name)) return value.startsWith("#") ? `${name}>${target(value.slice(1))}` : name;
    if (isWords.test(name)) return value.trim() ? name : `${name}=`;
    if (name === "lang" && value) return name;
    return `${name}=${value.replaceAll(isWidth, "")}`;
  };
  const open = (element: Element): string => {
    const states = [
      element === document.activeElement && element !== document.body && "focused",
      element.matches(":checked, [open]") && "on",
    ];
    const attributes = [...element.attributes]
      .filter(({ name }) => !isNothing.test(name))
      .map(attribute)
      .sort();
    return `<${[element.localName, ...attributes, ...states.filter(Boolean)].join(" ")}>`;
  };
  const describe = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent!.trim() ? "t" : "";
    if (!(node instanceof Element) || node.matches("script, style")) return "";
    const inside: string[] = [];
    for (const child of node.childNodes) {
      const one = describe(child);
      if (one && inside.filter((other) => other === one).length < 2) inside.push(one);
    }
    return `${open(node)}${inside.join("")}</>`;
  };

  const page = [open(root), document.title.trim() ? "title" : "", `${innerWidth} ${innerHeight}`].join("\n");
  const found: Part[] = [];
  const note = (element: Element, structure: string, isFrame: boolean) => {
    element.setAttribute("data-part", String(found.length));
    found.push({ structure, selector: `[data-part="${found.length}"]`, isFrame });
  };
  const split = (element: Element, around: string): void => {
    const here = `${around}\n${open(element)}`;
    note(element, here, true);
    for (const child of element.children)
      if (child.matches(frames)) split(child, here);
      else if (!child.matches("script, style")) note(child, `${here}\n${describe(child)}`, false);
  };
  split(document.body, page);
  return found;
}
