package org.gongdan.notification;

import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.testing.ProblemSentences;
import org.junit.jupiter.api.Test;

class ProblemSentencesTest {

    @Test
    void everyProblemHasTitleAndSentenceInBothLanguages() {
        ProblemSentences.check("problems/service", ProblemTexts::title);
    }
}
