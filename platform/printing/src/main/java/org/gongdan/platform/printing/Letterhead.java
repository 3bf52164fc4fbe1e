package org.gongdan.platform.printing;

import org.gongdan.platform.company.Company;

/**
 * Whose paper it is, as templates show it.
 *
 * @param contact what stands below the name
 * @param logo    address of a {@link Picture}, or null
 * @param seal    the same of the company's seal
 */
public record Letterhead(String company, String phone, String contact, String logo, String seal) {

    static Letterhead of(Company company) {
        String contact = company.address().map(address -> address + " · ").orElse("") + company.phone()
                + company.mail().map(mail -> " · " + mail).orElse("");
        return new Letterhead(company.name(), company.phone(), contact, company.logo().flatMap(Picture::of).orElse(null),
                company.seal().flatMap(Picture::of).orElse(null));
    }
}
