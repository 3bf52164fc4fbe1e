package org.gongdan.platform.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedFileTest {

    @ParameterizedTest
    @CsvSource({"报告 记.pdf, %E6%8A%A5%E5%91%8A%20%E8%AE%B0.pdf", "../../etc/passwd.pdf, .._.._etc_passwd.pdf",
            "a\\b:c*d?e.pdf, a_b_c_d_e.pdf", "O'Neil <1>|.xlsx, O%27Neil%20_1__.xlsx", "x+y=1;z.pdf, x%2By%3D1%3Bz.pdf",
            "Acme Inc..pdf, Acme%20Inc_.pdf"})
    void aFileIsNamedAsEveryFolderAndHeaderCanHold(String file, String encoded) {
        assertEquals(encoded, SavedFile.encoded(file));
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertEquals("a".repeat(80) + ".pdf", SavedFile.encoded("a".repeat(300) + ".pdf"));
    }
}
