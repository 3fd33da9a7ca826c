/** Only a picture brings it in: it takes 30 MB and a second that the start can do without. */
export const loadSharp = async () => (await import("sharp")).default;
