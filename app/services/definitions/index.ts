import applyCouncilTaxSupport from "./benefits/apply-council-tax-support";
import applySkipLicence from "./business/apply-skip-licence";
import applyStreetTradingLicence from "./business/apply-street-trading-licence";
import bookTradeWasteCollection from "./business/book-trade-waste-collection";
import payBusinessRates from "./business/pay-business-rates";
import reportChangeOfOccupier from "./business/report-change-of-occupier";
import bookAdvisorAppointment from "./council/book-advisor-appointment";
import findCouncillor from "./council/find-councillor";
import payInvoice from "./council/pay-invoice";
import requestCallBack from "./council/request-call-back";
import payCouncilTax from "./council-tax/pay-council-tax";
import reportCouncilHomeRepair from "./housing/report-council-home-repair";
import findLibrary from "./libraries/find-library";
import applyResidentParkingPermit from "./roads-and-parking/apply-resident-parking-permit";
import payParkingCharge from "./roads-and-parking/pay-parking-charge";
import reportPothole from "./roads-and-parking/report-pothole";
import bookBulkyWasteCollection from "./waste-and-recycling/book-bulky-waste-collection";
import findCollectionDay from "./waste-and-recycling/find-collection-day";
import reportFlyTipping from "./waste-and-recycling/report-fly-tipping";
import reportMissedCollection from "./waste-and-recycling/report-missed-collection";
import requestAssistedCollection from "./waste-and-recycling/request-assisted-collection";
import requestRecyclingContainer from "./waste-and-recycling/request-recycling-container";

/** Every service of the portal, by id. */
export const definitions = [
  applyCouncilTaxSupport,
  applyResidentParkingPermit,
  applySkipLicence,
  applyStreetTradingLicence,
  bookAdvisorAppointment,
  bookBulkyWasteCollection,
  bookTradeWasteCollection,
  findCollectionDay,
  findCouncillor,
  findLibrary,
  payBusinessRates,
  payCouncilTax,
  payInvoice,
  payParkingCharge,
  reportChangeOfOccupier,
  reportCouncilHomeRepair,
  reportFlyTipping,
  reportMissedCollection,
  reportPothole,
  requestAssistedCollection,
  requestCallBack,
  requestRecyclingContainer,
];
