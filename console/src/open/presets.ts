import type { Customer } from '../api';
import { offered } from '../customer/files';

/** Where, who and what, as a new ticket names them. */
export interface Places {
  siteId?: string;
  contactId?: string;
  productId?: string;
}

const only = (ids: readonly string[]) => (ids.length === 1 ? ids[0] : undefined);
const ids = (parts: readonly { id: string }[]) => parts.map(part => part.id);

/** A part that belongs to no site in particular is everywhere. */
export const isAt = (siteId: string | null | undefined, part: { siteId?: string | null }) => !siteId || !part.siteId || part.siteId === siteId;

/**
 * What need not be asked: who calls from the number that was typed, and whatever there is only one of. What was chosen stays, unless it is at another site.
 * @param callers the contacts who call from that number
 */
export function presetsFor(file: Customer, callers: readonly string[], chosen: Places): Places {
  const contacts = offered(file.contacts);
  const sites = ids(offered(file.sites));
  const caller = contacts.find(each => each.id === only(callers));
  const siteId = chosen.siteId ?? (caller?.siteId && sites.includes(caller.siteId) ? caller.siteId : only(sites));
  const people = ids(contacts.filter(each => isAt(siteId, each)));
  const things = ids(offered(file.products).filter(each => isAt(siteId, each)));
  const kept = (id: string | undefined, here: readonly string[]) => (id && here.includes(id) ? id : undefined);
  return {
    siteId,
    contactId: kept(chosen.contactId, people) ?? only(people.filter(id => callers.includes(id))) ?? only(people),
    productId: kept(chosen.productId, things) ?? only(things),
  };
}
