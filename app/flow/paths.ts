/** The path of a service, or of one of its pages. */
export const servicePath = (service: { id: string }, page = ""): string =>
  `/services/${service.id}${page && `/${page}`}`;
