/**
 * Seconds without a touch, as a kiosk's page counts them: it warns, then ends the visit. Of a reader who only scrolls it
 * tells the server every `tell` seconds. The server counts too, but lets the page end first; see `overMs`.
 */
export const idleSeconds = { warn: 60, end: 90, tell: 20 };
