import bins from "./bins";
import businessKind from "./business-kind";
import businessName from "./business-name";
import collectionNotes from "./collection-notes";
import companyNumber from "./company-number";
import contact from "./contact";
import dateOfBirth from "./date-of-birth";
import details from "./details";
import howOften from "./how-often";
import insuranceEvidence from "./insurance-evidence";
import language from "./language";
import needsDetails from "./needs-details";
import photos from "./photos";
import receipt from "./receipt";

/** Questions that many services ask. */
export const questionBlocks = [
  bins,
  businessKind,
  businessName,
  collectionNotes,
  companyNumber,
  dateOfBirth,
  details,
  howOften,
  insuranceEvidence,
  needsDetails,
  photos,
];
/** Every block that a definition can take in. */
export const blocks = [contact, language, receipt, ...questionBlocks];

export type BlockId = (typeof blocks)[number]["id"];
export type QuestionBlockId = (typeof questionBlocks)[number]["id"];
