import { useT } from "../../ui/locale/locale";
import type { BodyView } from "../bodies.server";

/** Who else can help, and how to reach them. */
export function Bodies({ bodies }: { bodies: BodyView[] }) {
  const t = useT();
  if (bodies.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--spaced">
      {bodies.map(({ name, phone, page, opens }) => (
        <li key={name}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {phone && (
            <>
              <br />
              {t("flow:body.phone")}{" "}
              <a className="govuk-link" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
                <bdi>{phone}</bdi>
              </a>
            </>
          )}
          {page && (
            <>
              <br />
              {opens ? (
                <a className="govuk-link" href={page}>
                  {t("flow:body.page", { name })}
                </a>
              ) : (
                <bdi>{page}</bdi>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
