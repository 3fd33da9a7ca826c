import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Attributes, Common, Part } from "../props.ts";

export interface BreadcrumbItem {
  text: Part["text"];
  /** Left out for the page itself. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface BreadcrumbsProps extends Common {
  items: BreadcrumbItem[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
}

export function Breadcrumbs({ items, collapseOnMobile, labelText, classes, attributes }: BreadcrumbsProps) {
  const word = useWord();
  return (
    <nav
      className={join("govuk-breadcrumbs", classes, collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile")}
      aria-label={labelText ?? word("breadcrumb")}
      {...attributes}
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail has no other identity
          <li key={index} className="govuk-breadcrumbs__list-item" aria-current={item.href ? undefined : "page"}>
            {item.href ? (
              <a className="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            ) : (
              item.text
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
