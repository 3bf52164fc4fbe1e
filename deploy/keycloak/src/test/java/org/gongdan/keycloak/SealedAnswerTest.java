package org.gongdan.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SealedAnswerTest {

    @Test
    void whoHasTheTokenReadsItsAnswer() {
        // Given
        String kept = new SealedAnswer("console", "token").seal("{\"access_token\":\"令牌\"}");

        // When
        String answer = new SealedAnswer("console", "token").open(kept);

        // Then
        assertEquals("{\"access_token\":\"令牌\"}", answer);
    }

    @Test
    void nothingThatIsKeptTellsAToken() {
        // Given
        SealedAnswer sealed = new SealedAnswer("console", "token-of-the-session");

        // When
        String kept = sealed.name() + sealed.turn() + sealed.seal("new-token");

        // Then
        assertFalse(kept.contains("token-of"));
        assertFalse(kept.contains("new-token"));
    }

    @Test
    void anotherTokenOrClientFindsAndReadsNothing() {
        // Given
        SealedAnswer sealed = new SealedAnswer("console", "token");
        String kept = sealed.seal("answer");

        // When
        SealedAnswer otherToken = new SealedAnswer("console", "token2");
        SealedAnswer otherClient = new SealedAnswer("console2", "token");

        // Then
        assertNotEquals(sealed.name(), otherToken.name());
        assertNotEquals(sealed.name(), otherClient.name());
        assertThrows(IllegalStateException.class, () -> otherToken.open(kept));
        assertThrows(IllegalStateException.class, () -> otherClient.open(kept));
    }
}
