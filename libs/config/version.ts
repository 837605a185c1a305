/** The product's version, as in package.json (a spec compares the two): in health, exports and `--version`. */
export const version = '0.5.0';
