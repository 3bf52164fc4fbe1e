package org.gongdan.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({"13812341234, 138****1234", "021-5551234, 021****1234", "55512345, 555****2345", "5551234, ****34", "7, ****7", "'', ****"})
    void aPhoneNumberKeepsItsEndsOnly(String phone, String masked) {
        assertEquals(masked, Mask.phone(phone));
    }

    @ParameterizedTest
    @CsvSource({"刘店长, 刘**", "欧, 欧**", "𠮷野, 𠮷**", "Li Wei, L**", "'', ''"})
    void aNameKeepsItsFirstCharacterOnly(String name, String masked) {
        assertEquals(masked, Mask.name(name));
    }

    @ParameterizedTest
    @CsvSource({"liu@example.com, l***@example.com", "@example.com, ***", "no address, ***"})
    void aMailAddressKeepsItsFirstCharacterAndItsDomain(String email, String masked) {
        assertEquals(masked, Mask.email(email));
    }

    @ParameterizedTest
    @CsvSource({"上海市徐汇区漕溪北路100号, 上海市徐汇区****", "上海市, 上海市"})
    void anAddressKeepsItsProvinceAndCity(String address, String masked) {
        assertEquals(masked, Mask.address(address));
    }

    @Test
    void nothingStaysNothing() {
        assertNull(Mask.phone(null));
        assertNull(Mask.name(null));
        assertNull(Mask.email(null));
        assertNull(Mask.address(null));
    }
}
