package org.gongdan.sla.document;

import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** What stands on every page: the mark across it, and at its foot what the document is and which page this is. */
final class PdfPages extends PdfPageEventHelper {

    private static final float FOOT = 30;
    private static final float SIZE = 8;

    private final Document document;
    private final PdfFonts fonts;
    private final Words words;
    private PdfTemplate pages;

    PdfPages(Document document, PdfFonts fonts, Words words) {
        this.document = document;
        this.fonts = fonts;
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
        String page = words.say("page", Integer.toString(writer.getPageNumber()));
        ColumnText.showTextAligned(content, Element.ALIGN_LEFT, fonts.phrase(document.footer(), fonts.small()), pdf.left(), FOOT, 0,
                PdfFonts.direction(document.footer()), 0);
        ColumnText.showTextAligned(content, Element.ALIGN_RIGHT, fonts.phrase(page, fonts.small()), pdf.right() - 26, FOOT, 0);
        content.addTemplate(pages, pdf.right() - 24, FOOT);
        content.restoreState();
        if (document.mark() != null) {
            mark(writer.getDirectContentUnder(), pdf);
        }
    }

    private void mark(PdfContentByte under, com.lowagie.text.Document pdf) {
        float middle = (pdf.left() + pdf.right()) / 2;
        float center = (pdf.top() + pdf.bottom()) / 2;
        ColumnText.showTextAligned(under, Element.ALIGN_CENTER, fonts.phrase(document.mark(), fonts.mark()), middle, center - 30, 50);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, com.lowagie.text.Document pdf) {
        pages.beginText();
        pages.setFontAndSize(fonts.base(), SIZE);
        pages.setColorFill(PdfFonts.GREY);
        pages.setTextMatrix(0, 0);
        pages.showText("/ " + (writer.getPageNumber() - 1));
        pages.endText();
    }
}
