package org.gongdan.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
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
    void sentencesAboutThingsAreInOneLanguage() {
        assertEquals("找不到工单 2611-0042。", ProblemTexts.detail("not-found", Locale.CHINESE, "ticket", "2611-0042"));
        assertEquals("找不到客户 ticket。", ProblemTexts.detail("not-found", Locale.CHINESE, "customer", "ticket"));
        assertEquals("工单 2611-0042 当前状态为 处理中，不能变更为 已关闭。",
                ProblemTexts.detail("illegal-transition", Locale.CHINESE, "ticket", "2611-0042", TicketStatus.IN_PROGRESS,
                        TicketStatus.CLOSED.name()));
        assertEquals("The ticket 2611-0042 is in progress; it cannot become closed now.",
                ProblemTexts.detail("illegal-transition", Locale.ENGLISH, "ticket", "2611-0042", TicketStatus.IN_PROGRESS,
                        TicketStatus.CLOSED.name()));
    }

    @Test
    void whateverIsRefusedHasASentenceHere() throws IOException {
        ProblemSentences.checkCodes(Path.of("src/main/java"), "problems/service", "problems/platform");
    }
}
