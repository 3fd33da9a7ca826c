/** The GOV.UK components that the portal does without, and why. `ui.test.tsx` holds this list to account. */
export const notUsed: Record<string, string> = {
  accordion: "hides what people came to read; a page of headings or details serves better",
  "cookie-banner": "no cookie is set that would need consent",
  "exit-this-page": "no service here needs to be left in a hurry",
  feedback: "the confirmation page asks its one question with radios",
  footer: "carries the crown and its copyright; brand-footer takes its place",
  "generic-header": "brand-header takes its place, with languages and the account",
  header: "carries the GOV.UK logotype",
  "service-navigation": "brand-header holds the few links there are",
  tabs: "hide content, and do not work well on a phone",
};
