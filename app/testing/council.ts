/** The settings of a council that is not the demo's, as production asks for them. */
export const otherCouncil = {
  MAIL_FROM: "MyAccount <myaccount@otherham.example>",
  COUNCIL_NAME: "Otherham Council",
  COUNCIL_PHONE: "01632 960001",
  COUNCIL_HOURS: "weekdays-and-saturday 08:30-18:00",
  COUNCIL_ADDRESS: "Town Hall, 1 Market Place, Otherham, ZZ1 1ZZ",
  COUNCIL_COLLECTION_HOURS: "07:00-17:00",
};
