package org.gongdan.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class UserNameTest {

    @Test
    void aUserIsTheSameInEveryCaseAndWidthButHyphensTellTwoApart() {
        assertEquals("li-wei", UserName.of(" ＬＩ－Wei　"));
        assertNotEquals(UserName.of("liwei"), UserName.of("li-wei"));
        assertNull(UserName.of(null));
    }
}
