/** The door to what payments look like. */
export { DemoPay, type DemoPayView } from "./demo-pay";
export { PaymentReceipt, type ReceiptView } from "./receipt";
export { PaymentResult, type ResultView } from "./result";
export { PaymentUnavailable, type UnavailableView } from "./unavailable";
