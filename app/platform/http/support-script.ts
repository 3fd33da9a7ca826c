/** The one inline script: it tells the styles that scripts run. Its hash stands in the policy, so pages need no nonce. */
export const supportScript =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')";
