/** The longer side of a preview, in pixels. */
const SIDE = 320;

/**
 * Shows what was chosen but not sent yet, in the list beside the field: pictures small, all else by its name. They are
 * drawn, not loaded: the security policy opens for no address of the browser's own.
 */
export function previewFiles(input: HTMLInputElement): void {
  const place = document.getElementById(input.dataset["preview"] ?? "");
  const list = place?.querySelector("ul");
  const pattern = place?.querySelector("template")?.content.firstElementChild;
  if (!place || !list || !pattern) return;
  const show = () => {
    const files = [...(input.files ?? [])].slice(0, Number(input.dataset["most"]));
    place.hidden = files.length === 0;
    list.replaceChildren(...files.map((file) => makeItem(file, pattern)));
  };
  input.addEventListener("change", show);
  // Back brings the choice again, without an event.
  show();
}

function makeItem(file: File, pattern: Element): Element {
  const item = pattern.cloneNode(true) as Element;
  item.querySelector("bdi")!.textContent = file.name;
  if (file.type.startsWith("image/")) void draw(file, item.querySelector(".app-files__view")!);
  return item;
}

/** What this browser cannot open keeps its drawing of a sheet. */
async function draw(file: File, place: Element): Promise<void> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, picture.width * scale);
    canvas.height = Math.max(1, picture.height * scale);
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    canvas.ariaHidden = "true";
    place.replaceChildren(canvas);
  } catch {
    // Its name is enough.
  }
}
