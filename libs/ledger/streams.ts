/** Names of the ledger's streams. */
export const licenseStream = (licenseId: string): string => `license/${licenseId}`;
export const deliveryStream = (licenseId: string): string => `delivery/${licenseId}`;
export const companyStream = (companyId: string): string => `company/${companyId}`;
export const houseStream = 'house';
/** `day`: civil day in Shanghai. */
export const accessStream = (day: string): string => `access/${day}`;
