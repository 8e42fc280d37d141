package org.sealpost.reading.corpus;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/** An e-mail from the submitter. */
final class Mail {
    private Mail() {}

    static byte[] ofText(Form form) throws IOException, MessagingException {
        MimeMessage mail = from(form);
        mail.setText(PlainText.draw(form), "utf-8");
        return bytes(mail);
    }

    /** The form as HTML; the plain text beside it says less, as it does in practice. */
    static byte[] ofHtml(Form form) throws IOException, MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(PlainText.draw(form), "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HtmlText.draw(form), "utf-8", "html");
        MimeMessage mail = from(form);
        mail.setContent(new MimeMultipart("alternative", plain, html));
        return bytes(mail);
    }

    static byte[] with(Form form, byte[] file, String name) throws IOException, MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(
                "Dear colleagues,\r\nplease find our form attached.\r\nKind regards\r\n"
                        + form.sender().name() + "\r\n",
                "utf-8");
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "application/octet-stream")));
        attached.setFileName(name);
        MimeMessage mail = from(form);
        mail.setContent(new MimeMultipart("mixed", words, attached));
        return bytes(mail);
    }

    private static MimeMessage from(Form form) throws IOException, MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(form.sender().address(), form.sender().name(), "utf-8"));
        mail.setRecipients(Message.RecipientType.TO, "intelligence@police.example");
        mail.setSubject(form.title(), "utf-8");
        return mail;
    }

    private static byte[] bytes(MimeMessage mail) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }
}
