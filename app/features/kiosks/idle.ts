/** Seconds without a touch, as a kiosk's page counts them: it warns, then ends the visit. The server counts too. */
export interface IdleSeconds {
  warn: number;
  end: number;
}

/** Of a reader who only scrolls, a page tells the server every so many seconds. */
export const tellSeconds = 20;

/** Whoever waits for help need touch nothing for longer. Their page warns as long before its end as ever. */
export const waitingIdle = ({ warn, end, wait }: IdleSeconds & { wait: number }): IdleSeconds => ({
  warn: wait - (end - warn),
  end: wait,
});
