package org.gongdan.knowledge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles and questions against each other, in an index of their own. */
class QuestionTest {

    private static final List<String> TITLES = List.of("Wi-Fi 频繁掉线", "EPSON TM-U220B 断针", "ESP32-C6 网关离线", "路由器ER605 断流", "TP Link 天线松动",
            "门店冰柜結霜",
            "人臉識別機失靈", "ＰＯＳ机死机", "小票打印机不出纸", "收银机开机黑屏", "会员卡积分未到账");

    @ParameterizedTest
    @CsvSource({"wifi, Wi-Fi 频繁掉线", "ＷＩ－ＦＩ, Wi-Fi 频繁掉线", "wi fi, Wi-Fi 频繁掉线", "Wi‑Fi掉线, Wi-Fi 频繁掉线", "TMU220B, EPSON TM-U220B 断针",
            "tm u220b, EPSON TM-U220B 断针",
            "ＴＭ－Ｕ２２０Ｂ, EPSON TM-U220B 断针", "u220b, EPSON TM-U220B 断针", "ESP32C6, ESP32-C6 网关离线", "网关esp32_c6, ESP32-C6 网关离线",
            "esp32, ESP32-C6 网关离线",
            "er-605, 路由器ER605 断流", "tplink, TP Link 天线松动", "TP-LINK, TP Link 天线松动", "冰柜结霜, 门店冰柜結霜", "冰櫃結霜, 门店冰柜結霜", "人脸识别机失灵, 人臉識別機失靈",
            "POS机, ＰＯＳ机死机", "pos機　死機, ＰＯＳ机死机", "收銀機　黑屏, 收银机开机黑屏"})
    void whatReadsTheSameIsTheFirstFound(String question, String title) throws IOException {
        assertEquals(title, first(question));
    }

    @Test
    void aQuestionWithoutWordsAsksNothing() {
        assertNull(Question.of("　-？_", null, "PUBLISHED"));
        assertNotNull(Question.of("纸", null, "PUBLISHED"));
    }

    private static String first(String question) throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Fields.ANALYZER))) {
                for (String title : TITLES) {
                    Document document = new Document();
                    document.add(new StringField(Fields.ID, title, Field.Store.YES));
                    document.add(new StringField(Fields.STATUS, "PUBLISHED", Field.Store.NO));
                    Fields.add(document, Fields.TITLE, title);
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                ScoreDoc[] found = searcher.search(Question.of(question, null, "PUBLISHED"), 1).scoreDocs;
                return found.length == 0 ? null : searcher.storedFields().document(found[0].doc).get(Fields.ID);
            }
        }
    }
}
