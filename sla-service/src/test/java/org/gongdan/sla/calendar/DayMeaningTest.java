package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayMeaningTest {

    @ParameterizedTest
    @ValueSource(strings = {"【休】国庆节", "【休】国庆节调休", "国庆节（休）", "国庆节(休)", "国庆节［休］", "国庆节 休", "国庆节-休", "休·国庆节", "休：国庆节", "国庆节休", "元旦休", "除夕休",
            "「休」春节", "〔休〕春节",
            "国庆节放假", "国庆放假", "元旦放假 第1天/共3天", "调休放假", "国庆节调休（休）", "调休休息", "国庆节休息", "休息日", "补休", "春节补假", "彈性放假", "補假", "公休日", "双休日", "春节连休",
            "振替休日", "休假",
            "(假)中秋节", "非工作日", "国庆节 不上班", "Day off", "National Day (off)", "Off", "National Day - OFF", "Rest day", "Non-working day",
            "Office closed", "No work", "arbeitsfrei", "国庆节\u200B（休）",
            "【休】劳动节 Labour Day", "Christmas off", "OFF: National Day", "Non-business day"})
    void theseAreOff(String name) {
        assertEquals(DayMeaning.OFF, DayMeaning.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"【班】国庆节调休", "【班】国庆节", "国庆节（班）", "国庆节(班)", "国庆节［班］", "国庆节 班", "班 国庆节", "国庆节-班", "班·国庆节", "国庆节班", "春节补班", "補班",
            "補行上班日", "补班日", "上班", "国庆节上班", "调休上班",
            "上班（调休）", "国庆节调休上班", "上班(补国庆节假期)", "国庆节假期补班", "国庆节假期（班）", "春节假期调休上班", "照常上班", "工作日", "特殊工作日", "补10月8日班", "调休（班）", "Work",
            "Work day", "Workday", "Working day",
            "Special Working Day", "National Day (work)", "National Day holiday (work)", "Make-up workday", "Adjusted working day",
            "Arbeitstag", "出勤日", "【班】调休", "國慶節補班",
            "照常工作", "不放假，照常上班", "国庆节不放假（正常上班）", "非节假日上班", "Business day", "Working Saturday"})
    void theseAreWorked(String name) {
        assertEquals(DayMeaning.WORKED, DayMeaning.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节调休", "调休", "国庆节（调休）", "放假调休", "国庆节放假调休", "国庆节假期调休", "休息日调休", "调休日", "调休假", "倒休", "换休", "调班", "国庆节调休班", "值班",
            "国庆节值班", "加班", "国庆节加班", "轮休", "退休人员放假",
            "午休", "休市", "寒假", "年假", "补课", "妇女节放假半天", "下午放假", "取消放假", "不放假", "植树节（不放假）", "无需补班", "放假安排", "放假通知", "放假待定", "国庆节放假？", "【休】补班",
            "国庆节放假（班）", "【班】补休", "休息日上班",
            "上班/放假", "work/off", "Off work", "Holiday work/off", "Half day off", "Not a day off", "No holiday", "Tentative holiday",
            "Make-up day", "Adjusted day", "Shift change", "On duty", "Office open",
            "In lieu of National Day", "Working holiday",
            "部分放假", "女职工放假", "女職工放假", "学生放假", "放假前一天", "假期结束", "放假吗", "是否放假", "不是放假", "不属于放假", "撤销放假", "國慶節（已撤銷）", "延期放假", "推迟上班", "提前放假",
            "改期放假", "春节不打烊", "居家办公",
            "Kick-off", "Kick off", "Off-site meeting", "Cut-off day", "Sign-off", "Off-peak", "Holiday postponed", "Holiday moved",
            "kein Feiertag", "kein Arbeitstag", "Annual leave", "School holiday", "営業日"})
    void theseAreRefusedAndNotGuessed(String name) {
        assertEquals(DayMeaning.UNCLEAR, DayMeaning.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节", "元旦", "春节", "劳动节", "Tag der Deutschen Einheit", "Labour Day", "Workers' Day",
            "International Workers' Day", "Good Friday", "立春", ""})
    void theseAreNamesAndNothingElse(String name) {
        assertEquals(DayMeaning.PLAIN, DayMeaning.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节假期", "春节长假", "国庆黄金周", "法定节假日", "国庆假", "公众假期", "元旦小长假"})
    void theseBelongToAHoliday(String name) {
        assertEquals(DayMeaning.HOLIDAY, DayMeaning.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spring bank holiday", "Public Holiday", "National Day Golden Week holiday", "Feiertag"})
    void theseAreCalledHolidaysAndMarkNoFile(String name) {
        assertEquals(DayMeaning.CALLED_HOLIDAY, DayMeaning.of(name));
    }

    @ParameterizedTest
    @CsvSource({"10月10日上班, 2026-10-10, false", "10月10日上班, 2026-10-08, true", "10月8日（周四）放假, 2026-10-08, false",
            "10月8日（周四）放假, 2026-10-10, true", "上班（补10月8日）, 2026-10-10, false",
            "补10月8日班, 2026-10-10, false", "10月1日至10月8日放假, 2026-10-01, false", "10月1日至8日放假, 2026-10-02, false", "国庆节, 2026-10-01, false",
            "调休（10月10号 照常上班）, 2026-10-08, true"})
    void aNameMayTellOfAnotherDay(String name, LocalDate day, boolean other) {
        assertEquals(other, DayMeaning.isOfOtherDays(name, List.of(day)));
    }

    @ParameterizedTest
    @CsvSource({"国庆节（休）, 国庆节", "【班】国庆节调休, 国庆节调休", "国庆节(班), 国庆节", "[休] 春节, 春节", "上班(补国庆节假期), 上班(补国庆节假期)", "【休】, 【休】",
            "National Day (Off), National Day"})
    void theMarkIsNotPartOfTheName(String summary, String name) {
        assertEquals(name, DayMeaning.named(summary));
    }
}
