package org.gongdan.notification;

import java.io.IOException;
import java.nio.file.Path;

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
    void whateverIsRefusedHasASentenceHere() throws IOException {
        ProblemSentences.checkCodes(Path.of("src/main/java"), "problems/service", "problems/platform");
    }
}
