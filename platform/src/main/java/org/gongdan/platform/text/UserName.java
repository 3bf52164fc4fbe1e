package org.gongdan.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names that people sign in by, as Keycloak keeps them: in lower case. Hyphens and dots tell two people apart, so unlike in a {@link SearchForm}
 * they stay.
 */
public final class UserName {

    private UserName() {
    }

    /** @return the name as it is stored and compared; null of null */
    public static String of(String typed) {
        return typed == null ? null : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
