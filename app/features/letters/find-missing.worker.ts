import { findMissing } from "./missing.ts";

/** Which characters of a text a letter cannot print. */
export default findMissing;
