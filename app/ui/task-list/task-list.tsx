import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common, Maybe, Part } from "../props.ts";
import { Tag } from "../tag/tag.tsx";

export interface TaskListItem {
  title: { text: ReactNode; classes?: string | undefined };
  /** Left out while the task cannot be started yet. */
  href?: string | undefined;
  hint?: { text: ReactNode } | undefined;
  /** A tag, or plain text for what is done. */
  status: { text?: ReactNode; tag?: Part | undefined; classes?: string | undefined };
  classes?: string | undefined;
}

export interface TaskListProps extends Common {
  items: Maybe<TaskListItem>[];
  idPrefix?: string | undefined;
}

export function TaskList({ items, idPrefix = "task-list", classes, attributes }: TaskListProps) {
  return (
    <ul className={join("govuk-task-list", classes)} {...attributes}>
      {items.map((item, index) => {
        const id = `${idPrefix}-${index + 1}`;
        return item ? <Task key={id} id={id} item={item} /> : null;
      })}
    </ul>
  );
}

function Task({ id, item }: { id: string; item: TaskListItem }) {
  const { title, href, hint, status } = item;
  return (
    <li className={join("govuk-task-list__item", href && "govuk-task-list__item--with-link", item.classes)}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <a
            className={join("govuk-link", "govuk-task-list__link", title.classes)}
            href={href}
            aria-describedby={join(hint && `${id}-hint`, `${id}-status`)}
          >
            {title.text}
          </a>
        ) : (
          <div className={title.classes}>{title.text}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint.text}
          </div>
        )}
      </div>
      <div className={join("govuk-task-list__status", status.classes)} id={`${id}-status`}>
        {status.tag ? (
          <Tag classes={status.tag.classes} attributes={status.tag.attributes}>
            {status.tag.text}
          </Tag>
        ) : (
          status.text
        )}
      </div>
    </li>
  );
}
