package org.gongdan.sla.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.OurKinds;
import org.junit.jupiter.api.Test;

class StatementPagesTest {

    /** @param undecided as {@link Statement} has it */
    private static Document pages(Long undecided) {
        Statement statement = Statement.of(new UUID(0, 1), "幸福连锁超市有限公司", "2026-10", List.of(), undecided);
        return StatementPages.of(statement, new Words(Locale.CHINESE, ZoneId.of("Asia/Shanghai")), OurKinds.all());
    }

    @Test
    void bothSidesSignWhatIsDecided() {
        assertEquals("幸福连锁超市有限公司", pages(0L).signing());
    }

    @Test
    void nobodySignsWhatMayStillGrow() {
        assertNull(pages(2L).signing());
        assertNull(pages(null).signing(), "a customer does not know whether it may");
    }
}
