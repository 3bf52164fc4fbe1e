package org.gongdan.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.testing.ProblemSentences;
import org.junit.jupiter.api.Test;

class ProblemSentencesTest {

    @Test
    void everyProblemHasTitleAndSentenceInBothLanguages() {
        ProblemSentences.check("problems/service", ProblemTexts::title);
    }

    @Test
    void whatIsMissingOrCannotChangeIsCalledByAWordOfTheReader() throws IOException {
        ProblemSentences.checkWords(Path.of("src/main/java"));
    }

    @Test
    void whatAnOrderLacksIsSaidInTheLanguageOfTheReader() {
        assertEquals("服务单不完整，不能交单，缺少：客户签字、检查清单。",
                ProblemTexts.detail("order-incomplete", Locale.CHINESE, List.of("signature", "checklist")));
        assertEquals("The service order is not complete; it lacks: signature, checklist.",
                ProblemTexts.detail("order-incomplete", Locale.ENGLISH, List.of("signature", "checklist")));
    }

    @Test
    void whateverIsRefusedHasASentenceHere() throws IOException {
        ProblemSentences.checkCodes(Path.of("src/main/java"), "problems/service", "problems/platform");
    }
}
