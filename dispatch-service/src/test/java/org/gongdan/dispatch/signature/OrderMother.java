package org.gongdan.dispatch.signature;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.dispatch.ChecklistItem;
import org.gongdan.dispatch.Outcome;
import org.gongdan.dispatch.VisitDocument;
import org.gongdan.dispatch.VisitSheet;
import org.gongdan.dispatch.customer.CustomerNames;
import org.gongdan.platform.company.Company;

/** Service orders as tests of printing need them. */
final class OrderMother {

    static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    static final String PATH = "M10 40L20 12L31 44M22 30L40 28M48 14L46 44L60 20L64 42M70 18L90 16M80 10L78 44L96 40";
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");

    private OrderMother() {
    }

    /** Whose paper it is. */
    record OurCompany(String name, String phone, Optional<String> address, Optional<String> mail, Optional<Path> logo, Optional<Path> seal,
            URI console) implements Company {

        static OurCompany plain() {
            return new OurCompany("万安信息服务有限公司", "021-5550 8000", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    URI.create("http://localhost:8080"));
        }
    }

    static Orders.Order scheduled() {
        VisitSheet visit = new VisitSheet("V2611-0042", "2611-0042", ID, ID, "刘海燕", "刘店长", "138****34", "上海市浦东新区世纪大道100号", "会员积分系统",
                "读卡器不识别会员卡", "今早开门后都读不出来", "现场检查读卡器", NINE, NINE.plusSeconds(7200), "李工", NINE.minusSeconds(7200), null, null, null,
                null, List.of(), null, null, null, null);
        return new Orders.Order(visit, names(), null, null);
    }

    /** @param typed in every text that somebody types */
    static Orders.Order signed(String typed, String signer, String strokes) {
        VisitSheet visit = new VisitSheet("V2611-0042", "2611-0042", ID, ID, typed, "刘店长", "138****34", typed, typed, typed, typed, typed,
                NINE,
                NINE.plusSeconds(7200), typed, NINE.minusSeconds(7200), NINE.minusSeconds(1500), NINE.minusSeconds(420),
                NINE.plusSeconds(3000),
                NINE.plusSeconds(3300), List.of(new ChecklistItem(typed, true), new ChecklistItem("清理现场", false)), typed, Outcome.FIXED,
                typed,
                typed);
        SignatureLink link = new SignatureLink(ID, ID, "hash", NINE.plusSeconds(3100), NINE.plusSeconds(90_000));
        Signature signature = new Signature(link, signer, strokes, new Signature.Device("203.0.113.7", "Phone/1"), document(),
                NINE.plusSeconds(3300));
        return new Orders.Order(visit, names(), signature, link);
    }

    static VisitDocument document() {
        return new VisitDocument("V2611-0042", "2611-0042", "现场检查读卡器", NINE, NINE.plusSeconds(7200), ID, NINE.minusSeconds(420),
                List.of(new ChecklistItem("刷卡测试", true)), "更换读卡器", Outcome.FIXED, "接口氧化", "更换读卡器", NINE.plusSeconds(3000));
    }

    private static CustomerNames.Names names() {
        return new CustomerNames.Names("幸福连锁超市有限公司", "世纪大道店");
    }
}
