/** The views of places, for whoever asks for an address. */
export { AddressFields, type AddressFound } from "./address-fields";
