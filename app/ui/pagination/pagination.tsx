import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Attributes, Common } from "../props.ts";
import { Arrow } from "./arrow.tsx";

export interface PaginationLink {
  href: string;
  text?: ReactNode;
  /** What the neighbouring page is called; shown when there are no page numbers. */
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationItem {
  number?: string | number | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  visuallyHiddenText?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationProps extends Common {
  items?: PaginationItem[] | undefined;
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  landmarkLabel?: string | undefined;
}

export function Pagination({ items, previous, next, landmarkLabel, classes, attributes }: PaginationProps) {
  const isBlock = !items && !!(next || previous);
  const word = useWord();
  return (
    <nav
      className={join("govuk-pagination", isBlock && "govuk-pagination--block", classes)}
      aria-label={landmarkLabel || word("pagination")}
      {...attributes}
    >
      {previous && <Neighbour link={previous} direction="prev" isBlock={isBlock} fallback={word("previousPage")} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) => (
            <PageItem key={item.href ?? `gap-${index}`} item={item} />
          ))}
        </ul>
      )}
      {next && <Neighbour link={next} direction="next" isBlock={isBlock} fallback={word("nextPage")} />}
    </nav>
  );
}

interface NeighbourProps {
  link: PaginationLink;
  direction: "prev" | "next";
  isBlock: boolean;
  fallback: string;
}

function Neighbour({ link, direction, isBlock, fallback }: NeighbourProps) {
  const plain = isBlock && !link.labelText && "govuk-pagination__link-title--decorated";
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {(isBlock || direction === "prev") && <Arrow direction={direction} />}
        <span className={join("govuk-pagination__link-title", plain)}>{link.text ?? fallback}</span>
        {link.labelText && isBlock && (
          <>
            {" "}
            <span className="govuk-visually-hidden">:</span>{" "}
            <span className="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && direction === "next" && <Arrow direction={direction} />}
      </a>
    </div>
  );
}

function PageItem({ item }: { item: PaginationItem }) {
  const { number, current, ellipsis } = item;
  const word = useWord();
  const modifier = join(current && "govuk-pagination__item--current", ellipsis && "govuk-pagination__item--ellipsis");
  return (
    <li className={join("govuk-pagination__item", modifier)}>
      {ellipsis ? (
        "\u22ef"
      ) : (
        <a
          className="govuk-link govuk-pagination__link"
          href={item.href}
          aria-label={item.visuallyHiddenText ?? word("page", { number })}
          aria-current={current ? "page" : undefined}
          {...item.attributes}
        >
          {number}
        </a>
      )}
    </li>
  );
}
