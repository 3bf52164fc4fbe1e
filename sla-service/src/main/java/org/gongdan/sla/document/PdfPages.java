package org.gongdan.sla.document;

import java.awt.Color;

import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** What stands on every page: the mark across it, and at its foot what the document is and which page this is. */
final class PdfPages extends PdfPageEventHelper {

    private static final float FOOT = 30;
    private static final float SIZE = 8;

    private final Document document;
    private final BaseFont font;
    private final Words words;
    private PdfTemplate pages;

    PdfPages(Document document, PdfFonts fonts, Words words) {
        this.document = document;
        this.font = fonts.base();
        this.words = words;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, com.lowagie.text.Document pdf) {
        pages = writer.getDirectContent().createTemplate(60, 12);
        pages.setBoundingBox(new Rectangle(0, -4, 60, 12));
    }

    @Override
    public void onEndPage(PdfWriter writer, com.lowagie.text.Document pdf) {
        PdfContentByte content = writer.getDirectContent();
        content.saveState();
        content.setColorStroke(PdfFonts.LINE);
        content.setLineWidth(0.6f);
        content.moveTo(pdf.left(), FOOT + 14);
        content.lineTo(pdf.right(), FOOT + 14);
        content.stroke();
        content.setColorFill(PdfFonts.GREY);
        content.beginText();
        content.setFontAndSize(font, SIZE);
        content.showTextAligned(Element.ALIGN_LEFT, document.footer(), pdf.left(), FOOT, 0);
        content.showTextAligned(Element.ALIGN_RIGHT, words.say("page", Integer.toString(writer.getPageNumber())), pdf.right() - 26, FOOT, 0);
        content.endText();
        content.addTemplate(pages, pdf.right() - 24, FOOT);
        content.restoreState();
        if (document.mark() != null) {
            mark(writer.getDirectContentUnder(), pdf);
        }
    }

    private void mark(PdfContentByte under, com.lowagie.text.Document pdf) {
        under.saveState();
        under.setColorFill(new Color(0xec, 0xee, 0xf2));
        under.beginText();
        under.setFontAndSize(font, 110);
        under.showTextAligned(Element.ALIGN_CENTER, document.mark(), (pdf.left() + pdf.right()) / 2, (pdf.top() + pdf.bottom()) / 2 - 30, 50);
        under.endText();
        under.restoreState();
    }

    @Override
    public void onCloseDocument(PdfWriter writer, com.lowagie.text.Document pdf) {
        pages.beginText();
        pages.setFontAndSize(font, SIZE);
        pages.setColorFill(PdfFonts.GREY);
        pages.setTextMatrix(0, 0);
        pages.showText("/ " + (writer.getPageNumber() - 1));
        pages.endText();
    }
}
