/** The door to what payments look like. */
export { DemoPay, type DemoPayView } from "./demo-pay";
export { type OpenView, PaymentOpen } from "./open";
export { PaymentReceipt, type ReceiptView } from "./receipt";
export { PaymentResult, type ResultView } from "./result";
