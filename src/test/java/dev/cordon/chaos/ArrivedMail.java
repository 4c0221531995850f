package dev.cordon.chaos;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A mail as the server got it.
 *
 * @param id its Message-ID
 * @param sender the number of the replica that sent it, which each names in its address
 */
record ArrivedMail(String id, int sender, Instant at) {
    /** The address of a replica. */
    static String from(int replica) {
        return "replica-" + replica + "@cordon.example";
    }

    /** All there are, the first one first. */
    static List<ArrivedMail> at(GreenMail server) throws FolderException {
        return server.getManagers().getImapHostManager().getAllMessages().stream()
                .map(stored -> {
                    try {
                        String from = stored.getMimeMessage().getFrom()[0].toString();
                        int sender = Integer.parseInt(from.replaceAll("\\D", ""));
                        return new ArrivedMail(
                                stored.getMimeMessage().getMessageID(),
                                sender,
                                stored.getReceivedDate().toInstant());
                    } catch (MessagingException failure) {
                        throw new AssertionError(failure);
                    }
                })
                .sorted(Comparator.comparing(ArrivedMail::at))
                .toList();
    }
}
