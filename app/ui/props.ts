import type { HTMLAttributes, ReactNode } from "react";

/** Further HTML attributes of an element, `data-` ones included. */
export type Attributes<Element = HTMLAttributes<HTMLElement>> = Omit<Element, "className" | "children"> & {
  [data: `data-${string}`]: string | number | boolean | undefined;
};

/** What every component takes. */
export interface Common {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A piece of a component that the page words. */
export interface Part extends Common {
  text?: ReactNode;
}

/** Lists take `condition && item`, as the Nunjucks macros do. */
export type Maybe<Item> = Item | false | null | undefined | "";

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export const heading = (level: HeadingLevel): "h1" => `h${level}` as "h1";
