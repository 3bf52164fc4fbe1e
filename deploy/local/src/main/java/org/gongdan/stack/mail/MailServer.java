package org.gongdan.stack.mail;

import java.io.IOException;

import com.icegreen.greenmail.standalone.GreenMailStandaloneRunner;
import com.icegreen.greenmail.util.GreenMail;

/** What the process "mail" runs: GreenMail as its own starter starts it, with REST, and then the page that shows its mails to people. */
public final class MailServer {

    private MailServer() {
    }

    /** @param arguments the page's port */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var starter = new GreenMailStandaloneRunner();
        starter.doRun(System.getProperties());
        new MailPage(new Mails(startedBy(starter))).serve(Integer.parseInt(arguments[0]));
    }

    /** The starter shows it to its own package only. */
    private static GreenMail startedBy(GreenMailStandaloneRunner starter) throws ReflectiveOperationException {
        var getter = GreenMailStandaloneRunner.class.getDeclaredMethod("getGreenMail");
        getter.setAccessible(true);
        return (GreenMail) getter.invoke(starter);
    }
}
