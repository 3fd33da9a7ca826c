import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The sitemap. A language prefix (`/pl/...`) is taken off before a path is looked up here. */
export default [
  index("routes/home.tsx"),
  route("services", "routes/services.tsx"),
  route("services/:service", "routes/service.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
