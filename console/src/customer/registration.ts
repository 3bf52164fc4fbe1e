/** The flat fields of the form as the service takes them: what belongs to a site names it by its place in the list. */
export function registration({ name, level, person, salutation, phone, email, language, siteName, address, productName, serial }: Record<string, unknown>): Record<string, unknown> {
  const there = siteName ? { siteIndex: 0 } : {};
  return {
    name, level,
    sites: siteName ? [{ name: siteName, address }] : [],
    contacts: person ? [{ name: person, salutation, phone, ...(email ? { email } : {}), ...(language ? { language } : {}), ...there }] : [],
    products: productName ? [{ name: productName, ...(serial ? { serial } : {}), ...there }] : [],
  };
}
