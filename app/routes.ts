import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The sitemap. A language prefix (`/pl/...`) is taken off before a path is looked up here. */
export default [
  index("routes/home.tsx"),
  route("services", "routes/services.tsx"),
  route("services/:service", "routes/service.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("register", "routes/register.tsx"),
  route("verify/:token", "routes/verify.tsx"),
  route("reset", "routes/reset.tsx"),
  route("reset/:token", "routes/reset-password.tsx"),
  route("account/details", "routes/account-details.tsx"),
  route("dev/mail", "routes/dev-mail.tsx"),
  route("dev/mail/:id", "routes/dev-message.tsx"),
  route("dev/mail/:id/html", "routes/dev-message-html.tsx"),
  route("payments/:payment", "routes/payment.tsx"),
  route("payments/:payment/return", "routes/payment-return.tsx"),
  route("payments/:payment/receipt", "routes/payment-receipt.tsx"),
  route("demo-pay/:payment", "routes/demo-pay.tsx"),
  route("cases/:reference/calendar.ics", "routes/booking-calendar.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
