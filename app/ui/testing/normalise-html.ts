const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const VOID = new Set(["input", "br", "hr", "img"]);
const INLINE = new Set(["span", "a", "strong", "b", "em", "code"]);
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', ctdot: "\u22ef", nbsp: "\u00a0" };

/**
 * Two texts of HTML that mean the same come out equal: one line per tag or text, attributes and classes sorted, and
 * below the tree the words as a browser would space them. `<raw-html>`, the tests' own wrapper, is left out.
 */
export function normaliseHtml(html: string): string {
  const lines: string[] = [];
  let depth = 0;
  let text = "";
  let flow = "";
  const flush = () => {
    const words = text.replace(/\s+/g, " ").trim();
    if (words) lines.push("  ".repeat(depth) + words);
    text = "";
  };
  for (const [token, close, tag, attributes = "", selfClosing] of html.matchAll(TOKEN)) {
    if (token.startsWith("<!--")) continue;
    if (!tag) {
      text += decode(token);
      flow += decode(token).replace(/\s+/g, " ");
      continue;
    }
    const name = tag.toLowerCase();
    if (name === "raw-html") continue;
    flush();
    if (!INLINE.has(name)) flow += "\n";
    if (close) depth -= 1;
    else lines.push(`${"  ".repeat(depth)}<${name}${toSorted(attributes)}>`);
    if (!close && !selfClosing && !VOID.has(name)) depth += 1;
  }
  flush();
  const spaced = flow.replace(/ +/g, " ").replace(/ ?\n[ \n]*/g, "\n");
  return `${lines.join("\n")}\n---\n${spaced.trim()}`;
}

function toSorted(source: string): string {
  const found = new Map<string, string>();
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase();
    const value = decode(double ?? single ?? "");
    if (!found.has(key)) found.set(key, key === "class" ? value.trim().split(/\s+/).sort().join(" ") : value);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("");
}

function decode(text: string): string {
  return text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) => {
    if (number) return String.fromCodePoint(Number.parseInt(name, number === "#x" ? 16 : 10));
    return ENTITIES[name] ?? whole;
  });
}
